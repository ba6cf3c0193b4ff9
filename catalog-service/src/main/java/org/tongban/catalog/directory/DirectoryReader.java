package org.tongban.catalog.directory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.guide.Pointer;
import org.tongban.catalog.item.Fields;
import org.tongban.catalog.text.Texts;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.Refusal;
import org.tongban.platform.problem.Said;
import tools.jackson.databind.JsonNode;

/** Reads a division's directory ({@code catalog-guangan-511602.json}) whole or not at all. */
final class DirectoryReader {
    private static final Pattern AREA = Pattern.compile("\\d{6}(\\d{6})?");
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z-]{1,100}");
    private static final Pattern KIND = Pattern.compile("\\d{1,2}");
    private static final int DIVISION = 6;
    private static final int MOST_FAULTS = 100;
    private static final String UNSORTED = "未分类";

    private DirectoryReader() {}

    /** @throws NotAllowed naming every entry that cannot be read, whose name deceives, or whose code comes twice */
    static List<DirectoryEntry> read(JsonNode file) {
        JsonNode items = file.get("items");
        if (items == null || !items.isArray() || items.isEmpty()) {
            throw new NotAllowed("/items", "文件中没有items数组。", "The file has no array items.");
        }
        List<DirectoryEntry> entries = new ArrayList<>();
        List<Refusal.Fault> faults = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < items.size() && faults.size() < MOST_FAULTS; i++) {
            DirectoryEntry entry = entry(new Fields(items.get(i)));
            if (entry == null || !codes.add(entry.id())) {
                faults.add(new Refusal.Fault(
                        Pointer.of("items", i),
                        new Said(
                                "此条目缺少编码、名称、部门、区划或类型，或者编码重复，或者名称含有不应有的字符。",
                                "This entry lacks code, name, department, division or kind, its code comes twice, or its"
                                        + " name holds what no name should.")));
            } else {
                entries.add(entry);
            }
        }
        if (!faults.isEmpty()) {
            throw new NotAllowed(faults);
        }
        return entries;
    }

    private static @Nullable DirectoryEntry entry(Fields entry) {
        String code = matching(entry, "itemCode", CODE.asMatchPredicate());
        String area = matching(entry, "areaCode", AREA.asMatchPredicate());
        String kind = matching(entry, "taskType", KIND.asMatchPredicate());
        String name = matching(entry, "name", Texts::isHonestName);
        String department = matching(entry, "department", Texts::isHonestName);
        String kindName = matching(entry, "taskTypeName", Texts::isHonestName);
        if (code == null || area == null || kind == null || name == null || department == null || kindName == null) {
            return null;
        }
        String group = matching(entry, "mainItem", Texts::isHonestName);
        return new DirectoryEntry(
                code,
                area.substring(0, DIVISION),
                name,
                department,
                entry.text("deptCode"),
                kind.length() == 1 ? "0" + kind : kind,
                kindName,
                UNSORTED.equals(group) ? null : group);
    }

    private static @Nullable String matching(Fields entry, String field, Predicate<String> shape) {
        String text = entry.text(field);
        return text != null && shape.test(text) ? text : null;
    }
}
