package org.tongban.catalog.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    private final Clock clock;
    private Instant lookedAt = Instant.EPOCH;

    IndexUpkeep(Items items, ItemIndex index, Clock clock) {
        this.items = items;
        this.index = index;
        this.clock = clock;
    }

    /** Looks for what has changed since the last look. */
    public synchronized void look() {
        Instant since = lookedAt.equals(Instant.EPOCH) ? lookedAt : lookedAt.minus(OVERLAP);
        Instant now = clock.instant();
        List<String> newer = items.changedSince(since).stream()
                .filter(changed -> index.version(changed.id()) < changed.published())
                .map(Items.Changed::id)
                .toList();
        for (int from = 0; from < newer.size(); from += AT_ONCE) {
            index.put(items.published(newer.subList(from, Math.min(from + AT_ONCE, newer.size())))
                    .values());
        }
        lookedAt = now;
    }
}
