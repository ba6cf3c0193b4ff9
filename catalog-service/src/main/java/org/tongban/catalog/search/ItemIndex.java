package org.tongban.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.item.Items;
import org.tongban.catalog.item.PublishedItem;

/**
 * Finds items; lives in memory and is filled from the store.
 *
 * <p>Made anew it is filled aside and changed over in one step: who looks meanwhile is answered from the old filling.
 */
public final class ItemIndex implements AutoCloseable {
    private final Object rebuilding = new Object();
    private volatile Shelf shelf;
    /** What is put in while another filling is made: it is newer than what that one was read from. */
    private @Nullable List<PublishedItem> meanwhile;

    public ItemIndex() {
        shelf = ask(Shelf::new);
    }

    /** Puts items in, each in the place of an older version; they are found when this returns. */
    public synchronized void put(Collection<PublishedItem> items) {
        ask(() -> {
            shelf.put(items);
            shelf.refresh();
            if (meanwhile != null) {
                meanwhile.addAll(items);
            }
            return items;
        });
    }

    /** Makes the index anew from all items, which may come in parts; what is put in meanwhile is in it. */
    public void rebuild(Iterable<? extends Collection<PublishedItem>> all) {
        synchronized (rebuilding) {
            Shelf fresh = ask(Shelf::new);
            filling(new ArrayList<>());
            try {
                all.forEach(part -> ask(() -> {
                    fresh.put(part);
                    return part;
                }));
                ask(() -> {
                    fresh.refresh();
                    return fresh;
                });
                changeTo(fresh);
            } finally {
                filling(null);
            }
        }
    }

    private synchronized void filling(@Nullable List<PublishedItem> newer) {
        meanwhile = newer;
    }

    private synchronized void changeTo(Shelf fresh) {
        ask(() -> {
            fresh.put(Objects.requireNonNull(meanwhile));
            fresh.refresh();
            Shelf old = shelf;
            shelf = fresh;
            old.close();
            return fresh;
        });
    }

    /** The version that is found here, 0 when the item is not. */
    public int version(String id) {
        ItemSummary known = shelf.summaries().get(id);
        return known == null ? 0 : known.version();
    }

    /** Whether an item is found here, or is not, otherwise than the store has it. */
    boolean isBehind(Items.Changed changed) {
        ItemSummary known = shelf.summaries().get(changed.id());
        if (known == null) {
            return changed.published() > 0 && !changed.withdrawn();
        }
        Suspension suspended = known.suspended();
        return changed.withdrawn()
                || known.version() < changed.published()
                || !Objects.equals(suspended == null ? null : suspended.since(), changed.haltedSince());
    }

    /** How many items each department has, in the order of the names. */
    public Map<String, Integer> departments() {
        return new TreeMap<>(shelf.departments());
    }

    public Hits search(ItemQuery wanted) {
        return read((current, searcher) -> new Search(current, searcher).find(Asking.of(wanted), wanted));
    }

    /** What has anything of the text, for when nothing has enough of it. */
    Hits near(ItemQuery wanted) {
        return read((current, searcher) -> new Search(current, searcher).find(Asking.near(wanted), wanted));
    }

    /** The laws that items rest on and how many do, by the short title; with a law its articles by number. */
    public Map<String, Integer> bases(Filters filters) {
        return read((current, searcher) -> new Search(current, searcher).bases(filters));
    }

    /** Names of items for what was typed so far. */
    List<String> names(String typed, @Nullable String division, int limit) {
        return read((current, searcher) -> current.names().suggest(typed, division, limit));
    }

    private <T> T read(Look<T> look) {
        while (true) {
            Shelf current = shelf;
            try {
                return ask(() -> {
                    IndexSearcher searcher = current.searchers().acquire();
                    try {
                        return look.at(current, searcher);
                    } finally {
                        current.searchers().release(searcher);
                    }
                });
            } catch (AlreadyClosedException changedOver) {
                if (current == shelf) {
                    throw changedOver;
                }
            }
        }
    }

    @Override
    public synchronized void close() {
        ask(() -> {
            shelf.close();
            return shelf;
        });
    }

    private static <T> T ask(Work<T> work) {
        try {
            return work.done();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Work<T> {
        T done() throws IOException;
    }

    private interface Look<T> {
        T at(Shelf current, IndexSearcher searcher) throws IOException;
    }
}
