package org.tongban.catalog.guide;

import java.util.ArrayList;
import java.util.List;
import org.tongban.catalog.item.Item;
import org.tongban.catalog.item.ItemReader;
import org.tongban.platform.json.Json;

/** A guide put together for a test: questions that can be answered yes or no, and lines that hang on them. */
final class SampleGuide {
    private final List<String> situations = new ArrayList<>();
    private final List<String> materials = new ArrayList<>();
    private String rest = "";

    SampleGuide asks(String key) {
        return asks(key, "{}");
    }

    SampleGuide asks(String key, String when) {
        return asks(key, false, when, "yes", "no");
    }

    SampleGuide asks(String key, boolean multi, String when, String... values) {
        String options = String.join(
                ", ",
                List.of(values).stream()
                        .map(value -> "{\"value\": \"" + value + "\", \"label\": \"" + value + "\"}")
                        .toList());
        situations.add("{\"key\": \"" + key + "\", \"ask\": \"问" + key + "\", \"multi\": " + multi + ", \"when\": "
                + when + ", \"options\": [" + options + "]}");
        return this;
    }

    /** A line that these answers call. */
    SampleGuide line(String when) {
        int no = materials.size() + 1;
        materials.add("{\"no\": " + no + ", \"name\": \"材料" + no + "\", \"need\": \"必要\", \"when\": " + when + "}");
        return this;
    }

    /** Any other fields, with a comma before them. */
    SampleGuide with(String fields) {
        rest = fields;
        return this;
    }

    Item read() {
        return ItemReader.read(Json.mapper()
                .readTree("{\"id\": \"a\", \"scope\": \"national\", \"situations\": [" + String.join(", ", situations)
                        + "], \"materials\": [" + String.join(", ", materials) + "]" + rest + "}"));
    }
}
