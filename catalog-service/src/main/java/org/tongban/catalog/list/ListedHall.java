package org.tongban.catalog.list;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.hall.Hall;

/**
 * A hall where the items of this list are taken.
 *
 * @param hall {@code 511602-01}
 * @param hours {@code 09:00-12:00}; empty where unknown
 */
record ListedHall(String hall, String name, List<String> hours, List<Counter> windows) {

    /**
     * A window of it.
     *
     * @param name what is written above it; null where it has its id alone
     * @param items those it takes, in case order
     */
    record Counter(String window, @Nullable String name, List<String> items) {}

    static List<ListedHall> of(List<Hall> halls, String division, List<ListedItem> items) {
        return halls.stream()
                .filter(hall -> hall.isIn(division))
                .flatMap(hall -> Stream.ofNullable(hall.id())
                        .map(id -> new ListedHall(id, hall.name(), hall.hours(), counters(hall, items))))
                .filter(hall -> !hall.windows().isEmpty())
                .toList();
    }

    private static List<Counter> counters(Hall hall, List<ListedItem> items) {
        return hall.windows().stream()
                .map(window -> new Counter(
                        window.id(),
                        window.name(),
                        items.stream()
                                .filter(item -> window.takes(item.department()))
                                .map(ListedItem::item)
                                .toList()))
                .filter(counter -> !counter.items().isEmpty())
                .toList();
    }
}
