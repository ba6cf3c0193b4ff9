package org.tongban.catalog.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of items, best first.
 *
 * @param next where the next page begins; null when this is the last
 */
public record Hits(List<ItemSummary> items, @Nullable Cursor next) {
    public Hits {
        items = List.copyOf(items);
    }
}
