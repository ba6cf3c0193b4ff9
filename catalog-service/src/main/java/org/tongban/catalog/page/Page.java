package org.tongban.catalog.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page.
 *
 * @param next the cursor of the next page; null when this is the last
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }
}
