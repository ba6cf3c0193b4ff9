package org.tongban.catalog.printing;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/** The answers in words, as the list holds them. */
record Situation(JsonNode answers) {

    /** A question and what was chosen. */
    record Told(String ask, String chosen) {}

    static Situation of(JsonNode list) {
        return new Situation(list.path("situation"));
    }

    List<Told> told() {
        List<Told> told = new ArrayList<>();
        for (JsonNode answer : answers) {
            StringJoiner chosen = new StringJoiner("、");
            answer.path("chosen")
                    .forEach(option -> chosen.add(option.path("label").asString("")));
            told.add(new Told(answer.path("ask").asString(""), chosen.length() == 0 ? "—" : chosen.toString()));
        }
        return told;
    }

    /** One answer that called a line. */
    String said(String question, JsonNode values) {
        for (JsonNode answer : answers) {
            if (answer.path("question").asString("").equals(question)) {
                StringJoiner labels = new StringJoiner("、");
                for (JsonNode option : answer.path("chosen")) {
                    if (holds(values, option.path("value"))) {
                        labels.add(option.path("label").asString(""));
                    }
                }
                return answer.path("ask").asString("") + "—" + labels;
            }
        }
        return question;
    }

    private static boolean holds(JsonNode values, JsonNode value) {
        if (!values.isArray()) {
            return values.equals(value);
        }
        for (JsonNode each : values) {
            if (each.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
