package org.tongban.catalog.lint;

import java.util.Set;
import org.tongban.catalog.guide.Pointer;
import tools.jackson.databind.JsonNode;

/** Fields that should not be there. */
final class Shape {
    private Shape() {}

    static void unknown(JsonNode object, Set<String> known, String pointer, Findings findings) {
        object.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> findings.add(
                        Rule.UNKNOWN_FIELD,
                        pointer + Pointer.of(name),
                        "gsi-1没有字段“" + name + "”，原样保存。",
                        "gsi-1 has no field \"" + name + "\"; it is kept as it is."));
    }
}
