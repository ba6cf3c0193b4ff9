package org.tongban.catalog.reference;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.exclusion.Exclusion;
import org.tongban.catalog.exclusion.Exclusions;
import org.tongban.catalog.item.Fields;
import org.tongban.platform.problem.Said;
import tools.jackson.databind.JsonNode;

/** Reads {@code exclusions.json}. */
final class ExclusionsReader {
    private ExclusionsReader() {}

    static Exclusions read(JsonNode file) {
        return new Exclusions(Entries.read(file, "exclusions", ExclusionsReader::exclusion));
    }

    private static @Nullable Exclusion exclusion(Fields entry) {
        Set<String> items = Set.copyOf(entry.texts("items"));
        String zh = entry.object("why").map(why -> why.text("zh")).orElse(null);
        String en = entry.object("why").map(why -> why.text("en")).orElse(null);
        return items.size() < 2 || zh == null || en == null ? null : new Exclusion(items, new Said(zh, en));
    }
}
