package org.tongban.catalog.importing;

import java.util.Locale;
import java.util.Set;
import org.tongban.catalog.guide.Pointer;
import org.tongban.catalog.item.Fields;
import tools.jackson.databind.JsonNode;

/** Fields that should not be there, and fields that should. */
final class Shape {
    private Shape() {}

    static void unknown(JsonNode object, Set<String> known, String pointer, Findings findings) {
        object.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> findings.flag(
                        "unknown-field",
                        pointer + Pointer.of(name),
                        "gsi-1没有字段“" + name + "”，原样保存。",
                        "gsi-1 has no field \"" + name + "\"; it is kept as it is."));
    }

    static void required(Fields item, String field, Findings findings) {
        JsonNode value = item.node().get(field);
        if (value == null || value.isEmpty()) {
            findings.flag(
                    kebab(field) + "-missing", Pointer.of(field), "没有" + field + "。", "There is no " + field + ".");
        }
    }

    /** {@code caseType} as {@code case-type}. */
    static String kebab(String field) {
        return field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
