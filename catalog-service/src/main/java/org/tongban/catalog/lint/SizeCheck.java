package org.tongban.catalog.lint;

import java.util.Map;
import org.tongban.catalog.guide.Pointer;
import tools.jackson.databind.JsonNode;

/** How much one guide may hold; what is within these bounds costs the lint no more than a moment, whatever it says. */
final class SizeCheck {
    static final int MOST_LINES = 200;
    static final int MOST_QUESTIONS = 50;
    static final int MOST_OPTIONS = 50;
    static final int MOST_FEES = 50;

    private static final int MOST_ENTRIES = 200;
    private static final int MOST_APPLICANTS = 20;
    /** Questions that one condition may name. */
    private static final int MOST_CLAUSES = 12;

    private static final int MOST_VALUES = 10_000;
    private static final int MOST_CHARACTERS = 200_000;
    private static final int LONGEST_FIELD_NAME = 100;
    private static final int DEEPEST = 12;

    private static final Map<String, Integer> MOST = Map.of(
            "materials", MOST_LINES,
            "situations", MOST_QUESTIONS,
            "options", MOST_OPTIONS,
            "items", MOST_FEES,
            "applicants", MOST_APPLICANTS,
            "legalBasis", 50,
            "specialProcedures", 50,
            "steps", 50,
            "when", MOST_CLAUSES);

    private final Findings findings;
    private int values;
    private long characters;

    private SizeCheck(Findings findings) {
        this.findings = findings;
    }

    static void check(JsonNode gsi, Findings findings) {
        SizeCheck size = new SizeCheck(findings);
        size.look(gsi, "", "", 0);
        size.bounded(size.values, MOST_VALUES, "", "个值", "values");
        size.bounded(size.characters, MOST_CHARACTERS, "", "个字符", "characters");
    }

    private void look(JsonNode node, String field, String pointer, int depth) {
        values++;
        if (values > MOST_VALUES || characters > MOST_CHARACTERS) {
            return;
        }
        if (node.isString()) {
            characters += node.stringValue().length();
        } else if (node.isContainer() && bounded(depth, DEEPEST, pointer, "层", "levels")) {
            if (bounded(node.size(), MOST.getOrDefault(field, MOST_ENTRIES), pointer, "项", "entries")) {
                inside(node, field, pointer, depth + 1);
            }
        }
    }

    private void inside(JsonNode node, String field, String pointer, int depth) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                look(node.get(i), "", pointer + "/" + i, depth);
            }
            return;
        }
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            String name = each.getKey();
            characters += name.length();
            if (bounded(name.length(), LONGEST_FIELD_NAME, pointer, "个字符的字段名", "characters in the name of a field")) {
                look(each.getValue(), field.equals("when") ? "" : name, pointer + Pointer.of(name), depth);
            }
        }
    }

    private boolean bounded(long size, int most, String pointer, String zh, String en) {
        if (size > most) {
            findings.add(
                    Rule.TOO_MUCH,
                    pointer,
                    "此处有" + size + zh + "，至多" + most + zh + "：请删减，或者拆成几个事项。",
                    "There are " + size + " " + en + " here, and " + most
                            + " at most: leave some out, or make several items of it.");
        }
        return size <= most;
    }
}
