package org.tongban.catalog.list;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.guide.Given;

/**
 * What somebody wants to do, where, as whom, and what they have answered so far.
 *
 * @param bundle its key; null when the items stand alone
 * @param items in the order wanted; null for all matters of the bundle that are not optional
 * @param division six digits
 * @param applicant GB/T 39046 table A.4: {@code 自然人}
 */
record Wish(
        @Nullable String bundle,
        @Nullable List<String> items,
        String division,
        String applicant,
        Map<String, Given> answers) {
    Wish {
        items = items == null ? null : List.copyOf(items);
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }
}
