package org.tongban.catalog.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.guide.Pointer;
import org.tongban.catalog.item.Fields;
import org.tongban.platform.problem.NotAllowed;
import tools.jackson.databind.JsonNode;

/** The entries of a reference file's array; one that cannot be read refuses the file. */
final class Entries {
    private Entries() {}

    /** @param reader answers null for an entry that lacks what it must have */
    static <T> List<T> read(JsonNode file, String array, Function<Fields, @Nullable T> reader) {
        JsonNode entries = file.get(array);
        if (entries == null || !entries.isArray() || entries.isEmpty()) {
            throw new NotAllowed(Pointer.of(array), "文件中没有" + array + "数组。", "The file has no array " + array + ".");
        }
        List<T> all = new ArrayList<>();
        for (JsonNode entry : entries) {
            T read = entry.isObject() ? reader.apply(new Fields(entry)) : null;
            if (read == null) {
                throw unreadable(Pointer.of(array, all.size()));
            }
            all.add(read);
        }
        return all;
    }

    static NotAllowed unreadable(String pointer) {
        return new NotAllowed(pointer, "此条目缺少必要的字段。", "This entry lacks what it must have.");
    }
}
