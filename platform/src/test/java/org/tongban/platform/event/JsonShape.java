package org.tongban.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** As much of JSON Schema as our payloads use; stricter in that an object has the described fields and no others. */
record JsonShape(JsonNode document) {
    void check(JsonNode said, JsonNode value, String where) {
        JsonNode schema =
                said.has("$ref") ? document.at(said.path("$ref").asString().substring(1)) : said;
        assertThat(types(schema)).as(where).contains(typeOf(value));
        if (schema.has("enum")) {
            assertThat(schema.path("enum")).as(where).contains(value);
        }
        if (schema.has("const")) {
            assertThat(value).as(where).isEqualTo(schema.path("const"));
        }
        if (value.isString()) {
            text(schema, value.asString(), where);
        }
        if (value.isObject()) {
            object(schema, value, where);
        }
        value.values().forEach(each -> {
            if (value.isArray()) {
                check(schema.path("items"), each, where + "[]");
            }
        });
    }

    private void object(JsonNode schema, JsonNode value, String where) {
        assertThat(value.propertyNames())
                .as(where)
                .containsExactlyInAnyOrderElementsOf(schema.path("properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(strings(schema.path("required")));
        value.forEachEntry((field, each) -> check(schema.path("properties").path(field), each, where + "." + field));
    }

    private static void text(JsonNode schema, String value, String where) {
        if (schema.has("pattern")) {
            assertThat(value).as(where).matches(schema.path("pattern").asString());
        }
        switch (schema.path("format").asString("")) {
            case "date-time" -> assertThat(Instant.parse(value)).as(where).isNotNull();
            case "date" -> assertThat(LocalDate.parse(value)).as(where).isNotNull();
            default -> {
                // nothing more is said of it
            }
        }
    }

    private static List<String> types(JsonNode schema) {
        return schema.path("type").isArray()
                ? strings(schema.path("type"))
                : List.of(schema.path("type").asString());
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case ARRAY -> "array";
            case OBJECT -> "object";
            default -> value.isIntegralNumber() ? "integer" : "number";
        };
    }

    private static List<String> strings(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
