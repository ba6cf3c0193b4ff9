package org.tongban.catalog.bundle;

import java.util.List;

/**
 * One matter of a bundle.
 *
 * @param name {@code 营业执照（个体工商户/公司设立）}
 * @param items the items that carry it out, one of them is chosen; none where no full guide was found
 * @param after beginnings of the names of the matters it waits for
 */
public record Matter(String name, List<String> items, boolean optional, List<String> after) {
    public Matter {
        items = List.copyOf(items);
        after = List.copyOf(after);
    }

    boolean waitsFor(Matter other) {
        return after.stream().anyMatch(other.name()::startsWith);
    }
}
