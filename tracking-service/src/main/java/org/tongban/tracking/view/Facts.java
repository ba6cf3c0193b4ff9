package org.tongban.tracking.view;

import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.json.Json;
import org.tongban.tracking.timeline.Entry;
import tools.jackson.databind.JsonNode;

/** An entry's facts, read for its sentence; whatever is not there is null. */
record Facts(JsonNode json) {
    static Facts of(Entry entry) {
        return new Facts(Json.lenient().readTree(entry.facts()));
    }

    @Nullable
    String text(String field) {
        JsonNode value = json.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString() : null;
    }

    /** The earlier of the days in {@code due}. */
    @Nullable
    String due() {
        return StreamSupport.stream(json.path("due").spliterator(), false)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .sorted()
                .findFirst()
                .orElse(null);
    }

    int count(String list) {
        return json.path(list).size();
    }

    /** The requirements it is about: {@code rid}, {@code rids} or {@code items[].rid}. */
    List<String> rids() {
        if (json.path("rid").isString()) {
            return List.of(json.path("rid").asString());
        }
        JsonNode rids = json.path("rids").isArray() ? json.path("rids") : json.path("items");
        return StreamSupport.stream(rids.spliterator(), false)
                .map(each ->
                        each.isString() ? each.asString() : each.path("rid").asString(""))
                .toList();
    }

    @Nullable
    String place() {
        String hall = text("hall");
        String window = text("window");
        if (hall == null) {
            return window;
        }
        return window == null ? hall : hall + " " + window;
    }
}
