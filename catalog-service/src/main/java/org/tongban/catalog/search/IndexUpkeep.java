package org.tongban.catalog.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tongban.catalog.item.Items;
import org.tongban.catalog.item.PublishedItem;

/** Keeps the index equal to the store: whole at start and now and then, else what has changed, also by other instances. */
@Component
public final class IndexUpkeep {
    private static final Logger log = LoggerFactory.getLogger(IndexUpkeep.class);
    /** A write is seen a little later than its time says. */
    private static final Duration OVERLAP = Duration.ofSeconds(5);
    /** Clocks of instances may differ: now and then a look goes further back. With a greater difference no token would be taken. */
    private static final Duration WIDE_OVERLAP = Duration.ofMinutes(10);

    private static final Duration WIDE_EVERY = Duration.ofSeconds(30);

    private static final int AT_ONCE = 500;

    private final Items items;
    private final ItemIndex index;
    private final Clock clock;
    private Instant lookedAt = Instant.EPOCH;
    private Instant lookedWidelyAt = Instant.EPOCH;

    IndexUpkeep(Items items, ItemIndex index, Clock clock) {
        this.items = items;
        this.index = index;
        this.clock = clock;
    }

    /** Looks for what has changed since the last look; the first look sees everything. */
    public synchronized void look() {
        Instant now = clock.instant();
        boolean wide = !now.isBefore(lookedWidelyAt.plus(WIDE_EVERY));
        if (lookedAt.equals(Instant.EPOCH)) {
            rebuild();
        } else {
            List<String> newer = items.changedSince(lookedAt.minus(wide ? WIDE_OVERLAP : OVERLAP)).stream()
                    .filter(index::isBehind)
                    .map(Items.Changed::id)
                    .toList();
            parts(newer).forEachRemaining(index::put);
        }
        lookedAt = now;
        lookedWidelyAt = wide ? now : lookedWidelyAt;
    }

    /** Makes the index anew from the store; searches go on meanwhile. */
    public void rebuild() {
        List<String> all = items.changedSince(Instant.EPOCH).stream()
                .map(Items.Changed::id)
                .toList();
        index.rebuild(() -> parts(all));
        log.info("index made anew items={}", all.size());
    }

    private Iterator<Collection<PublishedItem>> parts(List<String> ids) {
        return IntStream.iterate(0, from -> from < ids.size(), from -> from + AT_ONCE)
                .mapToObj(from -> items.published(ids.subList(from, Math.min(from + AT_ONCE, ids.size())))
                        .values())
                .iterator();
    }
}
