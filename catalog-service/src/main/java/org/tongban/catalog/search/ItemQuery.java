package org.tongban.catalog.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.wording.Reading;

/**
 * What somebody looks for.
 *
 * @param readings the ways to understand what was typed; empty for a listing of everything
 * @param cursor where the last page ended; null for the first page, which alone has counts
 * @param limit hits per page
 */
public record ItemQuery(
        List<Reading> readings, Filters filters, @Nullable Cursor cursor, int limit) {
    public ItemQuery {
        readings = List.copyOf(readings);
    }

    /** The same for every page and in every instance. */
    int digest() {
        return ((readings.isEmpty() ? "" : readings.get(0).text()) + filters).hashCode();
    }

    /** The words as they stand. */
    static List<Reading> literally(@Nullable String text) {
        return text == null ? List.of() : List.of(new Reading(text, 1));
    }
}
