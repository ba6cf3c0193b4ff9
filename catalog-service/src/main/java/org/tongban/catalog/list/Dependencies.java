package org.tongban.catalog.list;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which item waits for which; never in a circle. */
final class Dependencies {
    private final List<String> items;
    private final Map<String, Set<String>> before = new LinkedHashMap<>();

    /** @param items in the order of the request */
    Dependencies(List<String> items) {
        this.items = List.copyOf(items);
        items.forEach(item -> before.put(item, new LinkedHashSet<>()));
    }

    /**
     * Lets items wait for another one, all or none of them.
     *
     * @return false when that would close a circle
     */
    boolean wait(Set<String> waiting, String first) {
        if (waiting.contains(first) || waiting.stream().anyMatch(item -> comesBefore(item, first))) {
            return false;
        }
        waiting.forEach(item -> before(item).add(first));
        return true;
    }

    /** The items in the order of the request. */
    List<String> asked() {
        return items;
    }

    /** What an item waits for, in the order of the request. */
    List<String> after(String item) {
        return items.stream().filter(before(item)::contains).toList();
    }

    /** All items so that each stands behind what it waits for, else in the order of the request. */
    List<String> order() {
        List<String> order = new ArrayList<>();
        Set<String> left = new LinkedHashSet<>(items);
        while (!left.isEmpty()) {
            String next = left.stream()
                    .filter(item -> order.containsAll(before(item)))
                    .findFirst()
                    .orElseThrow();
            left.remove(next);
            order.add(next);
        }
        return order;
    }

    private boolean comesBefore(String item, String later) {
        List<String> open = new ArrayList<>(List.of(later));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            if (next.equals(item)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(before(next));
            }
        }
        return false;
    }

    private Set<String> before(String item) {
        return before.getOrDefault(item, Set.of());
    }
}
