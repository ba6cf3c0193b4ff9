package org.tongban.catalog.printing;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/** A hall to go to. */
record PrintedHall(String name, String hours, List<Counter> windows) {

    /** A window and what it takes. */
    record Counter(String label, String takes) {}

    static List<PrintedHall> of(JsonNode list, Words words) {
        CaseNumbers numbers = CaseNumbers.of(list);
        List<PrintedHall> halls = new ArrayList<>();
        for (JsonNode hall : list.path("halls")) {
            StringJoiner hours = new StringJoiner("，");
            hall.path("hours").forEach(part -> hours.add(part.asString("")));
            List<Counter> windows = new ArrayList<>();
            hall.path("windows").forEach(window -> windows.add(counter(window, numbers, words)));
            halls.add(new PrintedHall(hall.path("name").asString(""), hours.toString(), windows));
        }
        return halls;
    }

    private static Counter counter(JsonNode window, CaseNumbers numbers, Words words) {
        String name = window.path("name").asString("");
        JsonNode items = window.path("items");
        return new Counter(
                window.path("window").asString("") + (name.isEmpty() ? "" : " " + name),
                numbers.areAllOf(items) ? words.get("takesAll") : words.with("takes", numbers.joined(items)));
    }
}
