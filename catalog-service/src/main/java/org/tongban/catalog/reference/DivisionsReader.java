package org.tongban.catalog.reference;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.division.Division;
import org.tongban.catalog.division.Divisions;
import org.tongban.catalog.item.Fields;
import tools.jackson.databind.JsonNode;

/** Reads {@code divisions.json}. */
final class DivisionsReader {
    private static final Pattern CODE = Pattern.compile("\\d{6}");

    private DivisionsReader() {}

    static Divisions read(JsonNode file) {
        return new Divisions(Entries.read(file, "divisions", DivisionsReader::division));
    }

    private static @Nullable Division division(Fields entry) {
        String code = entry.text("code");
        String name = entry.text("name");
        Integer level = entry.whole("level");
        return code == null || !CODE.matcher(code).matches() || name == null || level == null
                ? null
                : new Division(code, name, level, entry.text("parent"));
    }
}
