package org.tongban.catalog.printing;

import java.util.Comparator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Limits, numbers of papers, fees and days as they are printed; what is not stated is a dash. */
record Measures(Words words) {

    String count(JsonNode number) {
        return number.isNumber() ? number.asString() : words.get("notStated");
    }

    String limit(JsonNode limit) {
        if (!limit.isObject()) {
            return words.get("notStated");
        }
        JsonNode otherwise = limit.path("otherwise");
        return length(limit) + (otherwise.isObject() ? words.with("else", length(otherwise)) : "") + stages(limit);
    }

    /** Each behind the one at whose end it begins; the list itself keeps no order of names. */
    private String stages(JsonNode limit) {
        JsonNode stages = limit.path("byStage");
        return stages.isEmpty()
                ? ""
                : words.with(
                        "stages",
                        stages.propertyStream()
                                .sorted(Comparator.comparing(stage -> before(stage.getKey(), stages)))
                                .map(stage -> length(stage.getValue()))
                                .collect(Collectors.joining(words.get("then"))));
    }

    /** How many stages end before it begins; a circle has no beginning. */
    private static int before(String stage, JsonNode stages) {
        int before = 0;
        String from = stages.path(stage).path("from").asString(stage);
        while (before < stages.size() && !from.equals(stage)) {
            before++;
            from = stages.path(from).path("from").asString(stage);
        }
        return before;
    }

    private String length(JsonNode limit) {
        String unit = words.of("unit", limit.path("unit").asString(""));
        String n = limit.path("n").asString("0");
        return n.equals("0") ? unit : n + words.get("beforeUnit") + unit;
    }

    String fees(JsonNode fees) {
        JsonNode charged = fees.path("charged");
        JsonNode total = fees.path("total");
        if (charged.isBoolean() && !charged.booleanValue()) {
            return words.get("free");
        }
        if (total.isObject()) {
            return total.path("amount").asString("") + " "
                    + total.path("currency").asString("");
        }
        return words.get(fees.path("options").isEmpty() ? "feesUnknown" : "feesOptions");
    }

    String duration(JsonNode path) {
        JsonNode days = path.path("workingDays");
        if (!days.isNumber()) {
            return words.get("durationUnknown");
        }
        if (days.intValue() == 0) {
            return words.get("atOnce");
        }
        return words.with(path.path("approximate").asBoolean(false) ? "about" : "workingDays", days.asString());
    }

    String visits(JsonNode visits) {
        return visits.isNumber() ? visits.asString() + words.get("times") : words.get("visitsUnknown");
    }
}
