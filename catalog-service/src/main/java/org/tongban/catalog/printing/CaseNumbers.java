package org.tongban.catalog.printing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The numbers by which the printed list speaks of its items, from 1 in case order. */
record CaseNumbers(List<String> items) {
    CaseNumbers {
        items = List.copyOf(items);
    }

    static CaseNumbers of(JsonNode list) {
        List<String> items = new ArrayList<>();
        list.path("items").forEach(item -> items.add(item.path("item").asString("")));
        return new CaseNumbers(items);
    }

    int number(String item) {
        return items.indexOf(item) + 1;
    }

    /** Several, each once: {@code 2、3}. */
    String joined(JsonNode ids) {
        return StreamSupport.stream(ids.spliterator(), false)
                .map(id -> id.isObject() ? id.path("item") : id)
                .map(id -> number(id.asString("")))
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining("、"));
    }

    boolean areAllOf(JsonNode ids) {
        return ids.size() == items.size();
    }
}
