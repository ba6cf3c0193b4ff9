package org.tongban.catalog.item;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A JSON object read with forbearance: what is not of the wanted type is not there. */
public record Fields(JsonNode node) {

    public Optional<Fields> object(String name) {
        return Optional.ofNullable(node.get(name)).filter(JsonNode::isObject).map(Fields::new);
    }

    /** The objects of an array. */
    public <T> List<T> objects(String name, Function<Fields, Optional<T>> reader) {
        List<T> all = new ArrayList<>();
        for (JsonNode each : array(name)) {
            if (each.isObject()) {
                reader.apply(new Fields(each)).ifPresent(all::add);
            }
        }
        return all;
    }

    /** The texts of an array. */
    public List<String> texts(String name) {
        List<String> all = new ArrayList<>();
        for (JsonNode each : array(name)) {
            if (each.isString()) {
                all.add(each.stringValue());
            }
        }
        return all;
    }

    /** A text that says something. */
    public @Nullable String text(String name) {
        JsonNode value = node.get(name);
        return value != null && value.isString() && !value.stringValue().isBlank() ? value.stringValue() : null;
    }

    public String text(String name, String otherwise) {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    public @Nullable Integer whole(String name) {
        JsonNode value = node.get(name);
        return value != null && value.isIntegralNumber() && value.canConvertToInt() ? value.intValue() : null;
    }

    public @Nullable BigDecimal number(String name) {
        JsonNode value = node.get(name);
        return value != null && value.isNumber() ? value.decimalValue() : null;
    }

    public boolean flag(String name) {
        JsonNode value = node.get(name);
        return value != null && value.isBoolean() && value.booleanValue();
    }

    private Iterable<JsonNode> array(String name) {
        JsonNode value = node.get(name);
        return value != null && value.isArray() ? value : List.of();
    }
}
