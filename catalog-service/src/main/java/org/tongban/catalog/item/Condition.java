package org.tongban.catalog.item;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When a line is called: each question must have one of its values; without questions always.
 *
 * @param values by the item's own key of the question
 */
public record Condition(Map<String, List<String>> values) {
    public static final Condition ALWAYS = new Condition(Map.of());

    public Condition {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public boolean isAlways() {
        return values.isEmpty();
    }
}
