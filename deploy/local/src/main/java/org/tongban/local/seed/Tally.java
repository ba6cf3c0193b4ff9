package org.tongban.local.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Counts what an import did with the items, and says it in a newcomer's words. */
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
        List<String> told = new ArrayList<>();
        tell(told, "created", "loaded");
        tell(told, "updated", "brought up to date");
        tell(told, "unchanged", "as they were");
        tell(told, "refused", "refused");
        tell(told, "flagged", "with notes about their source data: see deploy/docs/lint-report.md");
        return told.isEmpty() ? "there was nothing to load" : String.join(", ", told);
    }

    private void tell(List<String> told, String result, String words) {
        if (of(result) > 0) {
            told.add(of(result) + (told.isEmpty() ? " guides " : " ") + words);
        }
    }
}
