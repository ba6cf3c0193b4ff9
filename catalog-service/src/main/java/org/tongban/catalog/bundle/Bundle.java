package org.tongban.catalog.bundle;

import java.util.List;
import java.util.Optional;

/**
 * A bundle of matters.
 *
 * @param key {@code open-restaurant}
 * @param name {@code 开办餐饮店}
 */
public record Bundle(String key, String name, List<Matter> matters) {
    public Bundle {
        matters = List.copyOf(matters);
    }

    /** The first matter that this item carries out. */
    public Optional<Matter> matterOf(String item) {
        return matters.stream().filter(matter -> matter.items().contains(item)).findFirst();
    }

    /** The matters that a matter waits for. */
    public List<Matter> before(Matter matter) {
        return matters.stream()
                .filter(other -> !other.equals(matter) && matter.waitsFor(other))
                .toList();
    }
}
