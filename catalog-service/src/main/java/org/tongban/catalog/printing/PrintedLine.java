package org.tongban.catalog.printing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One material in the table of lines.
 *
 * @param from which case brings it about; null for what one brings oneself
 * @param notes alternatives, the situation that called it, who issues it, what the guides say beside it
 */
record PrintedLine(
        int no,
        String name,
        String need,
        String originals,
        String copies,
        String cases,
        @Nullable String from,
        List<String> notes) {

    static List<PrintedLine> of(JsonNode list, Situation situation, Words words) {
        CaseNumbers numbers = CaseNumbers.of(list);
        List<PrintedLine> lines = new ArrayList<>();
        for (JsonNode line : list.path("lines")) {
            lines.add(of(line, numbers, situation, words));
        }
        return lines;
    }

    private static PrintedLine of(JsonNode line, CaseNumbers numbers, Situation situation, Words words) {
        Measures measures = new Measures(words);
        String satisfiedBy = line.path("satisfiedBy").asString("");
        return new PrintedLine(
                line.path("no").asInt(0),
                line.path("name").asString(""),
                words.of("need", line.path("need").asString("")),
                measures.count(line.path("originals")),
                measures.count(line.path("copies")),
                numbers.joined(line.path("for")),
                satisfiedBy.isEmpty() ? null : words.with("comesFrom", numbers.number(satisfiedBy)),
                notes(line, situation, words));
    }

    private static List<String> notes(JsonNode line, Situation situation, Words words) {
        List<String> notes = new ArrayList<>();
        if (!line.path("alternatives").isEmpty()) {
            StringJoiner any = new StringJoiner("、");
            line.path("alternatives").forEach(each -> any.add(each.asString("")));
            notes.add(words.get("anyOf") + any);
        }
        Set<String> reasons = new LinkedHashSet<>();
        line.path("why")
                .forEach(item -> item.properties()
                        .forEach(answer -> reasons.add(situation.said(answer.getKey(), answer.getValue()))));
        if (!reasons.isEmpty()) {
            notes.add(words.get("because") + String.join("；", reasons));
        }
        if (line.path("origin").isString()) {
            notes.add(line.path("origin").stringValue());
        }
        if (line.path("issuer").isString()) {
            notes.add(words.get("issuer") + line.path("issuer").stringValue());
        }
        line.path("notes").forEach(note -> notes.add(note.asString("")));
        return notes;
    }
}
