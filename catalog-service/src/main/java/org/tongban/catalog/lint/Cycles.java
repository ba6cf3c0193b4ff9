package org.tongban.catalog.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongban.catalog.guide.Pointer;
import org.tongban.catalog.item.Item;
import org.tongban.catalog.item.ItemReader;
import org.tongban.catalog.item.Situation;
import tools.jackson.databind.JsonNode;

/** Questions that wait for each other's answers in a circle: nobody could ever be asked them. */
final class Cycles {
    private Cycles() {}

    static void check(JsonNode gsi, Findings findings) {
        Item item = ItemReader.read(gsi);
        Map<String, Set<String>> waits = new HashMap<>();
        item.situations()
                .forEach(situation ->
                        waits.put(situation.key(), situation.when().values().keySet()));
        for (Situation situation : item.situations()) {
            if (waitsForItself(situation.key(), waits)) {
                findings.add(
                        Rule.CONDITION_CYCLE,
                        Pointer.of("situations", place(gsi, situation.key()), "when"),
                        "问题“" + situation.ask() + "”要等待自己的回答，形成循环。",
                        "The question \"" + situation.ask() + "\" waits for its own answer in a circle.");
            }
        }
    }

    private static boolean waitsForItself(String key, Map<String, Set<String>> waits) {
        Set<String> seen = new HashSet<>();
        Set<String> open = Set.copyOf(waits.getOrDefault(key, Set.of()));
        while (!open.isEmpty()) {
            Set<String> next = new HashSet<>();
            open.stream().filter(seen::add).forEach(each -> next.addAll(waits.getOrDefault(each, Set.of())));
            open = next;
        }
        return seen.contains(key);
    }

    /** Where the question of this key stands; the reader leaves out what it cannot read. */
    static int place(JsonNode gsi, String key) {
        JsonNode situations = gsi.get("situations");
        List<JsonNode> all = situations == null
                ? List.of()
                : List.copyOf(situations.valueStream().toList());
        for (int i = 0; i < all.size(); i++) {
            JsonNode own = all.get(i).get("key");
            if (own != null && own.isString() && own.stringValue().equals(key)) {
                return i;
            }
        }
        return 0;
    }
}
