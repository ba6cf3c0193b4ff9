package org.tongban.catalog.printing;

import java.util.StringJoiner;
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

    private String stages(JsonNode limit) {
        StringJoiner stages = new StringJoiner(words.get("then"));
        limit.path("byStage").forEach(stage -> stages.add(length(stage)));
        return stages.length() == 0 ? "" : words.with("stages", stages.toString());
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
