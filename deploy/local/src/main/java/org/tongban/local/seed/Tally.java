package org.tongban.local.seed;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Counts what an import did with the items: {@code created 127, flagged 31}. */
final class Tally {

    private final Map<String, Integer> counts = new TreeMap<>();

    /** Adds the answer of one import; an item may be flagged besides being created, updated or unchanged. */
    void add(JsonNode answer) {
        answer.path("counts")
                .properties()
                .forEach(count -> counts.merge(count.getKey(), count.getValue().asInt(), Integer::sum));
    }

    int of(String result) {
        return counts.getOrDefault(result, 0);
    }

    @Override
    public String toString() {
        return counts.isEmpty()
                ? "nothing"
                : counts.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }
}
