package org.tongban.catalog.wording;

import java.util.List;
import java.util.Map;

/**
 * All ways to understand what somebody typed.
 *
 * @param readings the words themselves first; empty when nothing was typed
 * @param means the official names among them, best first
 * @param bundles how well each bundle's everyday words fit, 0 to 1, by key
 */
public record Understanding(List<Reading> readings, List<String> means, Map<String, Float> bundles) {
    public static final Understanding NOTHING = new Understanding(List.of(), List.of(), Map.of());

    public Understanding {
        readings = List.copyOf(readings);
        means = List.copyOf(means);
        bundles = Map.copyOf(bundles);
    }
}
