package org.tongban.catalog.printing;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/** One item in the table of cases. */
record PrintedCase(
        int no,
        String name,
        String department,
        String type,
        String statutory,
        String promised,
        String after,
        String windows,
        String result,
        String place,
        String online,
        String basis) {

    static List<PrintedCase> of(JsonNode list, Words words) {
        CaseNumbers numbers = CaseNumbers.of(list);
        List<PrintedCase> cases = new ArrayList<>();
        for (JsonNode item : list.path("items")) {
            cases.add(of(item, numbers, words));
        }
        return cases;
    }

    private static PrintedCase of(JsonNode item, CaseNumbers numbers, Words words) {
        Measures measures = new Measures(words);
        JsonNode limits = item.path("limits");
        String type = item.path("caseType").asString("");
        return new PrintedCase(
                numbers.number(item.path("item").asString("")),
                item.path("name").asString(""),
                item.path("department").asString(""),
                type.isEmpty() ? words.get("notStated") : words.of("type", type),
                measures.limit(limits.path("statutory")),
                measures.limit(limits.path("promised")),
                numbers.joined(item.path("after")),
                windows(item),
                item.path("result").asString(""),
                place(item.path("attendance")),
                online(item.path("online"), words),
                basis(item, words));
    }

    private static String windows(JsonNode item) {
        StringJoiner windows = new StringJoiner(" ");
        item.path("windows").forEach(at -> windows.add(at.path("window").asString("")));
        return windows.toString();
    }

    private static String place(JsonNode attendance) {
        StringJoiner place = new StringJoiner("，");
        for (String part : List.of("address", "hours")) {
            if (attendance.path(part).isString()) {
                place.add(attendance.path(part).stringValue());
            }
        }
        return place.toString();
    }

    private static String online(JsonNode online, Words words) {
        return online.isBoolean() ? words.get(online.booleanValue() ? "yes" : "noWord") : "";
    }

    private static String basis(JsonNode item, Words words) {
        StringJoiner basis = new StringJoiner("；");
        for (JsonNode each : item.path("basis")) {
            basis.add(each.path("law").asString("") + each.path("article").asString(""));
        }
        return basis.length() == 0 ? words.get("notStated") : basis.toString();
    }
}
