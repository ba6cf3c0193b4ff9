package org.tongban.catalog.item;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Limits that hang on how the item is handled: 告知承诺 on the spot, the ordinary procedure in ten days.
 *
 * @param question the item's own key of the question that chooses
 * @param limits by its value, whole: what a mode leaves out is the item's
 */
public record Modes(String question, Map<String, Limits> limits) {
    public Modes {
        limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
    }
}
