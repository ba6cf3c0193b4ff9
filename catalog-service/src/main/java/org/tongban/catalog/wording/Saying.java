package org.tongban.catalog.wording;

import java.util.List;

/**
 * A life event or an item in everyday words.
 *
 * @param says {@code 开饭店, 开餐馆}
 * @param means the official names that are looked for instead
 * @param bundles keys of the bundles that fit
 */
public record Saying(List<String> says, List<String> means, List<String> bundles) {
    public Saying {
        says = List.copyOf(says);
        means = List.copyOf(means);
        bundles = List.copyOf(bundles);
    }
}
