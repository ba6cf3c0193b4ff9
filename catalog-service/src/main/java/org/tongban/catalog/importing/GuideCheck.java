package org.tongban.catalog.importing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.guide.Pointer;
import org.tongban.catalog.item.Fields;
import org.tongban.catalog.item.Item;
import org.tongban.catalog.item.ItemReader;
import org.tongban.catalog.item.Need;
import tools.jackson.databind.JsonNode;

/** Questions and material lines: can each be read, and does each condition ask for something that there is. */
final class GuideCheck {
    private static final Set<String> MATERIAL_FIELDS = Set.of(
            "no",
            "name",
            "need",
            "when",
            "original",
            "copies",
            "medium",
            "origin",
            "issuer",
            "alternatives",
            "shareable",
            "note",
            "evidence");

    private final Findings findings;
    private final Map<String, Set<String>> options = new HashMap<>();

    private GuideCheck(Findings findings) {
        this.findings = findings;
    }

    static void check(JsonNode gsi, Findings findings) {
        Item item = ItemReader.read(gsi);
        GuideCheck check = new GuideCheck(findings);
        item.situations().forEach(situation -> {
            Set<String> values = check.options.computeIfAbsent(situation.key(), key -> new HashSet<>());
            situation.options().forEach(option -> values.add(option.value()));
        });
        if (size(gsi, "situations") != item.situations().size()) {
            findings.flag(
                    "question-unreadable",
                    "/situations",
                    "有的情形缺少key或选项，或者key重复。",
                    "A situation lacks its key or its options, or a key comes twice.");
        }
        if (item.materials().isEmpty()) {
            findings.flag("materials-missing", "/materials", "没有申请材料。", "There are no materials.");
        }
        check.materials(gsi.get("materials"));
    }

    private void materials(@Nullable JsonNode materials) {
        if (materials == null || !materials.isArray()) {
            return;
        }
        Set<Integer> numbers = new HashSet<>();
        int index = 0;
        for (JsonNode material : materials) {
            String pointer = Pointer.of("materials", index++);
            Fields line = new Fields(material);
            Integer no = line.whole("no");
            if (!material.isObject() || no == null || line.text("name") == null || !numbers.add(no)) {
                findings.flag(
                        "material-unreadable",
                        pointer,
                        "材料缺少序号或名称，或者序号重复。",
                        "A material lacks number or name, or its number comes twice.");
                continue;
            }
            if (Need.of(line.text("need", "")).isEmpty()) {
                findings.flag(
                        "need-unknown",
                        pointer + "/need",
                        "材料必要性不明，按“必要”处理。",
                        "How much it is needed is not said; it counts as required.");
            }
            Shape.unknown(material, MATERIAL_FIELDS, pointer, findings);
            line.object("when").ifPresent(when -> condition(when, pointer + "/when"));
        }
    }

    private void condition(Fields when, String pointer) {
        for (String key : List.copyOf(when.node().propertyNames())) {
            Set<String> known = options.get(key);
            if (known == null || !known.containsAll(when.texts(key))) {
                findings.flag(
                        "condition-unknown",
                        pointer + Pointer.of(key),
                        "条件所指的情形或选项不存在，此材料不会被列出。",
                        "The condition names a question or option that does not exist.");
            }
        }
    }

    private static int size(JsonNode gsi, String array) {
        JsonNode value = gsi.get(array);
        return value == null ? 0 : value.size();
    }
}
