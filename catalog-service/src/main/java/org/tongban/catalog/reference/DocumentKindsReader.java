package org.tongban.catalog.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.document.DocumentKind;
import org.tongban.catalog.document.DocumentKinds;
import org.tongban.catalog.document.Paper;
import org.tongban.catalog.document.Reading;
import org.tongban.catalog.guide.Pointer;
import org.tongban.catalog.item.Fields;
import org.tongban.platform.problem.NotAllowed;
import tools.jackson.databind.JsonNode;

/** Reads {@code document-kinds.json}: the kinds, and how each guide's line is read. */
final class DocumentKindsReader {
    private DocumentKindsReader() {}

    static DocumentKinds read(JsonNode file) {
        return new DocumentKinds(Entries.read(file, "kinds", DocumentKindsReader::kind), lines(file.get("lines")));
    }

    private static @Nullable DocumentKind kind(Fields entry) {
        String key = entry.text("key");
        return key == null
                ? null
                : new DocumentKind(
                        key,
                        entry.text("name", key),
                        entry.texts("aliases"),
                        entry.text("nature"),
                        entry.text("issuer"),
                        entry.text("broader"),
                        entry.flag("reusable"),
                        entry.flag("sameBag"),
                        entry.objects("issuedBy", DocumentKindsReader::issuer));
    }

    private static Optional<DocumentKind.Issuer> issuer(Fields entry) {
        String item = entry.text("item");
        String holder = entry.text("holder");
        return item == null || holder == null ? Optional.empty() : Optional.of(new DocumentKind.Issuer(item, holder));
    }

    private static Map<String, Reading> lines(@Nullable JsonNode lines) {
        if (lines == null || !lines.isObject()) {
            throw new NotAllowed("/lines", "文件中没有lines对象。", "The file has no object lines.");
        }
        Map<String, Reading> readings = new HashMap<>();
        lines.properties().forEach(line -> readings.put(line.getKey(), reading(line.getKey(), line.getValue())));
        return readings;
    }

    private static Reading reading(String key, JsonNode line) {
        Fields fields = new Fields(line);
        List<List<Paper>> all = new ArrayList<>();
        JsonNode groups = line.get("all");
        if (groups == null || !groups.isArray() || groups.isEmpty()) {
            throw Entries.unreadable(Pointer.of("lines", key));
        }
        for (JsonNode group : groups) {
            List<Paper> anyOf = new ArrayList<>();
            for (JsonNode paper : group) {
                paper(new Fields(paper)).ifPresent(anyOf::add);
            }
            if (anyOf.isEmpty() || anyOf.size() != group.size()) {
                throw Entries.unreadable(Pointer.of("lines", key, "all", all.size()));
            }
            all.add(anyOf);
        }
        return new Reading(all, fields.text("confidence", "likely"), fields.text("torn"));
    }

    private static Optional<Paper> paper(Fields entry) {
        String kind = entry.text("kind");
        String holder = entry.text("holder");
        return kind == null || holder == null ? Optional.empty() : Optional.of(new Paper(kind, holder));
    }
}
