package org.tongban.catalog.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongban.catalog.item.Items;

/** Keeps the index equal to the store: whole at start, then what has changed, also by other instances. */
@Component
public final class IndexUpkeep {
    /** Clocks of instances may differ, and a write is seen a little later than its time says. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private static final int AT_ONCE = 500;

    private final Items items;
    private final ItemIndex index;
    private Instant seenUntil = Instant.EPOCH;

    IndexUpkeep(Items items, ItemIndex index) {
        this.items = items;
        this.index = index;
    }

    /** Looks for what has changed since the last look. */
    public synchronized void look() {
        Instant since = seenUntil.equals(Instant.EPOCH) ? seenUntil : seenUntil.minus(OVERLAP);
        List<String> newer = new ArrayList<>();
        Instant latest = seenUntil;
        for (Items.Changed changed : items.changedSince(since)) {
            if (index.version(changed.id()) < changed.published()) {
                newer.add(changed.id());
            }
            latest = changed.at().isAfter(latest) ? changed.at() : latest;
        }
        for (int from = 0; from < newer.size(); from += AT_ONCE) {
            index.put(items.published(newer.subList(from, Math.min(from + AT_ONCE, newer.size())))
                    .values());
        }
        seenUntil = latest;
    }
}
