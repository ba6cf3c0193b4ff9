package org.tongban.catalog.comparing;

import java.util.stream.Collectors;
import org.tongban.platform.problem.Said;
import tools.jackson.databind.JsonNode;

/** How one says a value of the gsi-1 form. */
final class PlainWords {
    private static final int LONGEST = 200;

    private PlainWords() {}

    static Said of(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue() ? new Said("是", "yes") : new Said("否", "no");
        }
        if (value.isString()) {
            return new Said("“" + cut(value.stringValue()) + "”", "\"" + cut(value.stringValue()) + "\"");
        }
        if (value.isArray()) {
            return new Said(
                    value.valueStream().map(each -> of(each).zh()).collect(Collectors.joining("、")),
                    value.valueStream().map(each -> of(each).en()).collect(Collectors.joining(", ")));
        }
        return value.isObject() ? object(value) : same(value.toString());
    }

    /** What one calls an entry of a list, or a limit by its number and unit; else each of its fields. */
    private static Said object(JsonNode value) {
        String called = called(value);
        if (!called.isEmpty()) {
            return new Said("“" + called + "”", "\"" + called + "\"");
        }
        if (value.has("n") && value.has("unit")) {
            return same(value.get("n") + " " + value.get("unit").asString());
        }
        return new Said(
                value.properties().stream()
                        .map(each -> FieldNames.of(each.getKey()).zh() + "为"
                                + of(each.getValue()).zh())
                        .collect(Collectors.joining("；")),
                value.properties().stream()
                        .map(each -> FieldNames.of(each.getKey()).en() + " "
                                + of(each.getValue()).en())
                        .collect(Collectors.joining("; ")));
    }

    /** The name by which people know an entry; empty when it has none. */
    static String called(JsonNode entry) {
        for (String field : new String[] {"name", "ask", "label", "title"}) {
            if (entry.path(field).isString()) {
                return cut(entry.path(field).stringValue());
            }
        }
        return entry.path("law").isString()
                ? cut(entry.path("law").stringValue() + entry.path("article").asString(""))
                : "";
    }

    private static Said same(String text) {
        return new Said(cut(text), cut(text));
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
