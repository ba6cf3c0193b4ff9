package org.tongban.catalog.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which lines came, went or ask for something else. Two lines are the same one when they stand for a guide's line in
 * common; a new number or another reason alone is no change.
 */
record ChangedLines(List<Named> added, List<Named> removed, List<LineField> changed) {
    private static final List<String> WHAT_IS_ASKED = List.of(
            "name", "need", "originals", "copies", "alternatives", "kinds", "for", "satisfiedBy", "medium", "notes");

    /** A line of the list that has it. */
    record Named(int no, String name) {}

    /** One thing about one line, by its new number and its old one. */
    record LineField(
            int no,
            int was,
            String name,
            String field,
            @Nullable JsonNode before,
            @Nullable JsonNode now) {}

    static ChangedLines between(JsonNode before, JsonNode now) {
        List<JsonNode> gone = new ArrayList<>();
        before.forEach(gone::add);
        List<Named> added = new ArrayList<>();
        List<LineField> changed = new ArrayList<>();
        for (JsonNode line : now) {
            JsonNode old = gone.stream()
                    .filter(other -> standForTheSame(line, other))
                    .findFirst()
                    .orElse(null);
            if (old == null) {
                added.add(named(line));
                continue;
            }
            gone.remove(old);
            for (String field : WHAT_IS_ASKED) {
                if (!Objects.equals(old.get(field), line.get(field))) {
                    changed.add(new LineField(
                            named(line).no(),
                            named(old).no(),
                            named(line).name(),
                            field,
                            old.get(field),
                            line.get(field)));
                }
            }
        }
        return new ChangedLines(added, gone.stream().map(ChangedLines::named).toList(), changed);
    }

    private static boolean standForTheSame(JsonNode one, JsonNode other) {
        for (JsonNode source : one.path("for")) {
            for (JsonNode its : other.path("for")) {
                if (source.equals(its)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Named named(JsonNode line) {
        return new Named(line.path("no").intValue(), line.path("name").stringValue());
    }
}
