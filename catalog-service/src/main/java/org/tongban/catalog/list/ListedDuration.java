package org.tongban.catalog.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.item.Limit;

/**
 * How long the whole list takes from the first acceptance to the last decision: the longest path through the limits of
 * its items, each begun when the last of those it waits for is decided.
 *
 * @param statutory by the statutory limits
 * @param promised by the promised ones
 * @param expected by the promised limit where an item has one, else by its statutory one
 */
record ListedDuration(Path statutory, Path promised, Path expected) {
    private static final Path NOTHING = new Path(0, false, List.of(), List.of());

    /**
     * The longest path.
     *
     * @param workingDays null where an item says nothing
     * @param approximate a limit on the path is not stated in working days
     * @param items the path, in case order; empty where an item says nothing
     * @param silent the items that state no such limit
     */
    record Path(@Nullable Integer workingDays, boolean approximate, List<String> items, List<String> silent) {
        Path {
            items = List.copyOf(items);
            silent = List.copyOf(silent);
        }

        private int length() {
            return workingDays == null ? 0 : workingDays;
        }

        private Path then(String item, WorkingDays own) {
            List<String> longer = new ArrayList<>(items);
            longer.add(item);
            return new Path(length() + own.n(), approximate || own.approximate(), longer, silent);
        }
    }

    /** @param items in case order */
    static ListedDuration of(List<ListedItem> items) {
        return new ListedDuration(
                longest(items, item -> item.limits().statutory()),
                longest(items, item -> item.limits().promised()),
                longest(
                        items,
                        item -> item.limits().promised() == null
                                ? item.limits().statutory()
                                : item.limits().promised()));
    }

    private static Path longest(List<ListedItem> items, Function<ListedItem, @Nullable Limit> limit) {
        Map<String, Path> upTo = new HashMap<>();
        List<String> silent = new ArrayList<>();
        Path longest = NOTHING;
        for (ListedItem item : items) {
            WorkingDays own = WorkingDays.of(limit.apply(item), item.kind()).orElse(null);
            if (own == null) {
                silent.add(item.item());
                continue;
            }
            Path before = NOTHING;
            for (String first : item.after()) {
                before = longer(before, upTo.getOrDefault(first, NOTHING));
            }
            Path path = before.then(item.item(), own);
            upTo.put(item.item(), path);
            longest = longer(longest, path);
        }
        return silent.isEmpty() ? longest : new Path(null, false, List.of(), silent);
    }

    private static Path longer(Path one, Path other) {
        return other.length() > one.length() || one.items().isEmpty() ? other : one;
    }
}
