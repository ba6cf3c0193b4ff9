package org.tongban.catalog.comparing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which entry of one list is which of another: by what stays the same about it, the surest first. */
final class Pairs {
    /** A line keeps its name when lines before it come or go, and its number when it is renamed. */
    private static final List<Function<JsonNode, @Nullable String>> SURE_TO_LESS_SURE = List.of(
            JsonNode::toString,
            entry -> text(entry, "key"),
            entry -> text(entry, "value"),
            entry -> text(entry, "id"),
            entry -> joined(text(entry, "law"), text(entry, "article")),
            entry -> text(entry, "name"),
            entry -> text(entry, "law"),
            entry -> entry.path("no").isNumber() ? entry.path("no").toString() : null);

    private final JsonNode before;
    private final JsonNode after;
    private final Map<Integer, Integer> pairs = new TreeMap<>();
    private final Set<Integer> taken = new HashSet<>();

    private Pairs(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    /** By the index before the one after; what has no pair is left out. */
    static Map<Integer, Integer> of(JsonNode before, JsonNode after) {
        Pairs pairs = new Pairs(before, after);
        SURE_TO_LESS_SURE.forEach(pairs::match);
        return pairs.pairs;
    }

    private void match(Function<JsonNode, @Nullable String> identity) {
        Map<String, List<Integer>> waiting = new TreeMap<>();
        for (int i = 0; i < after.size(); i++) {
            String id = taken.contains(i) ? null : identity.apply(after.get(i));
            if (id != null) {
                waiting.computeIfAbsent(id, none -> new ArrayList<>()).add(i);
            }
        }
        for (int i = 0; i < before.size(); i++) {
            String id = pairs.containsKey(i) ? null : identity.apply(before.get(i));
            List<Integer> found = id == null ? List.of() : waiting.getOrDefault(id, List.of());
            if (!found.isEmpty()) {
                int pair = found.remove(0);
                pairs.put(i, pair);
                taken.add(pair);
            }
        }
    }

    private static @Nullable String text(JsonNode entry, String field) {
        return entry.path(field).isString() ? entry.path(field).stringValue() : null;
    }

    private static @Nullable String joined(@Nullable String law, @Nullable String article) {
        return law == null || article == null ? null : law + "\n" + article;
    }
}
