package org.tongban.catalog.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.guide.Pointer;
import org.tongban.catalog.item.Fee;
import org.tongban.catalog.item.Fields;
import org.tongban.catalog.item.ItemReader;
import org.tongban.catalog.item.Material;
import org.tongban.catalog.item.Need;
import tools.jackson.databind.JsonNode;

/** Material lines, each for itself: can it be read, does it say what is wanted, and can it be called; and what else has a condition. */
final class LineCheck implements GuideLint.Check {
    private static final Set<String> FIELDS = Set.of(
            "no",
            "name",
            "need",
            "when",
            "original",
            "originalMax",
            "copies",
            "copiesMax",
            "medium",
            "origin",
            "issuer",
            "alternatives",
            "shareable",
            "note",
            "evidence");

    @Override
    public void check(Guide guide, Findings findings) {
        if (guide.item().materials().isEmpty()) {
            findings.add(Rule.MATERIALS_MISSING, "/materials", "没有申请材料。", "There are no materials.");
        }
        ConditionCheck conditions = new ConditionCheck(guide, findings);
        JsonNode materials = guide.fields().node().get("materials");
        Set<Integer> numbers = new HashSet<>();
        if (materials != null && materials.isArray()) {
            for (int i = 0; i < materials.size(); i++) {
                line(materials.get(i), Pointer.of("materials", i), numbers, conditions, findings);
            }
        }
        Fee fee = guide.item().fee();
        if (fee != null) {
            List<Fields> lines = guide.fields().object("fee").orElseThrow().objects("items", java.util.Optional::of);
            IntStream.range(0, lines.size())
                    .forEach(i -> conditions.check(
                            lines.get(i).node().get("when"), fee.items().get(i).when(), Pointer.of("fee", "items", i)));
        }
        List<Fields> procedures = guide.fields().objects("specialProcedures", java.util.Optional::of);
        IntStream.range(0, procedures.size())
                .forEach(i -> conditions.check(
                        procedures.get(i).node().get("when"),
                        guide.item().procedures().get(i).when(),
                        Pointer.of("specialProcedures", i)));
    }

    private static void line(
            JsonNode material, String pointer, Set<Integer> numbers, ConditionCheck conditions, Findings findings) {
        Fields fields = new Fields(material);
        Integer no = fields.whole("no");
        Material line = material.isObject() ? ItemReader.material(fields).orElse(null) : null;
        if (line == null || no == null || !numbers.add(no)) {
            findings.add(
                    Rule.MATERIAL_UNREADABLE,
                    pointer,
                    "材料缺少序号或名称，或者序号重复。",
                    "A material lacks number or name, or its number comes twice.");
            return;
        }
        if (Need.of(fields.text("need", "")).isEmpty()) {
            findings.add(
                    Rule.NEED_UNKNOWN,
                    pointer + "/need",
                    "材料必要性不明，按“必要”处理。",
                    "How much it is needed is not said; it counts as required.");
        }
        Shape.unknown(material, FIELDS, pointer, findings);
        if (CatchAll.is(line.name())) {
            findings.add(
                    Rule.CATCH_ALL_LINE,
                    pointer + "/name",
                    "“" + line.name() + "”没有说清要交什么，属于兜底性要求。",
                    "\"" + line.name() + "\" leaves open what is to be brought.");
        }
        counts(line, pointer, findings);
        conditions.check(material.get("when"), line.when(), pointer);
    }

    private static void counts(Material line, String pointer, Findings findings) {
        boolean negative = IntStream.of(0, 1, 2, 3)
                .mapToObj(
                        i -> new Integer[] {line.originals(), line.copies(), line.originalsMax(), line.copiesMax()}[i])
                .filter(Objects::nonNull)
                .anyMatch(n -> n < 0);
        if (negative || isLess(line.originalsMax(), line.originals()) || isLess(line.copiesMax(), line.copies())) {
            findings.add(
                    Rule.COPIES_CONTRADICTORY,
                    pointer,
                    "原件或者复印件的份数自相矛盾。",
                    "The numbers of originals or copies contradict each other.");
        }
    }

    private static boolean isLess(@Nullable Integer most, @Nullable Integer least) {
        return most != null && least != null && most < least;
    }
}
