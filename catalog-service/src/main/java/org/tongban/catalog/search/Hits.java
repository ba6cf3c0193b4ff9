package org.tongban.catalog.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of items, best first.
 *
 * @param next where the next page begins; null when this is the last
 * @param counts of all hits, on the first page only; a facet's own filter is left out of its counts
 */
public record Hits(List<ItemSummary> items, @Nullable Cursor next, List<Facet.Counts> counts) {
    public Hits {
        items = List.copyOf(items);
        counts = List.copyOf(counts);
    }

    /** The cursor of the next page as callers send it back. */
    public @Nullable String nextText() {
        return next == null ? null : next.text();
    }
}
