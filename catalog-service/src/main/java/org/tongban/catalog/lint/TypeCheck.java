package org.tongban.catalog.lint;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.tongban.catalog.guide.Pointer;
import org.tongban.catalog.item.Fields;
import org.tongban.catalog.item.Item;
import org.tongban.catalog.item.Limit;

/** What sort of item it is, GB/T 39046 tables A.1 and A.6, and what an item of that sort must say. */
final class TypeCheck implements GuideLint.Check {
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("00", "行政权力"),
            Map.entry("01", "行政许可"),
            Map.entry("02", "行政处罚"),
            Map.entry("03", "行政强制"),
            Map.entry("04", "行政征收"),
            Map.entry("05", "行政给付"),
            Map.entry("06", "行政检查"),
            Map.entry("07", "行政确认"),
            Map.entry("08", "行政奖励"),
            Map.entry("09", "行政裁决"),
            Map.entry("10", "其他行政权力"),
            Map.entry("20", "公共服务"));
    private static final Map<String, String> CASE_TYPES = Map.of("1", "即办件", "2", "承诺件", "9", "其他");
    /** What the authority does of its own accord; nobody applies for it. */
    private static final Set<String> OF_ITS_OWN_ACCORD = Set.of("02", "03", "04", "06");

    private static final String PERMIT = "01";

    @Override
    public void check(Guide guide, Findings findings) {
        named(guide, "kind", "A.1", KINDS, Rule.KIND_MISSING, Rule.KIND_MISMATCH, findings);
        named(guide, "caseType", "A.6", CASE_TYPES, Rule.CASE_TYPE_MISSING, Rule.CASE_TYPE_MISMATCH, findings);
        Item item = guide.item();
        if (item.kind() != null && OF_ITS_OWN_ACCORD.contains(item.kind().code())) {
            findings.add(
                    Rule.KIND_NOT_APPLIED_FOR,
                    "/kind",
                    "“" + item.kind().name() + "”不是依申请办理的事项。",
                    "Nobody applies for what the authority does of its own accord.");
        }
        if (guide.isKind(PERMIT)) {
            permit(guide, findings);
        }
        onTheSpot(item, findings);
        if (item.result() == null) {
            findings.add(Rule.RESULT_MISSING, "/result", "没有说明办理结果的名称。", "Nobody names the result.");
        }
    }

    private static void named(
            Guide guide,
            String field,
            String table,
            Map<String, String> known,
            Rule missing,
            Rule mismatch,
            Findings findings) {
        Fields value = guide.fields().object(field).orElse(null);
        if (value == null) {
            findings.add(missing, Pointer.of(field), "没有说明" + field + "。", "The guide states no " + field + ".");
            return;
        }
        String code = value.text("code", "");
        if (!value.text("name", "").equals(known.get(code))) {
            findings.add(
                    mismatch,
                    Pointer.of(field),
                    "代码“" + code + "”与名称不符合表" + table + "。",
                    "Code \"" + code + "\" and name do not fit table " + table + ".");
        }
    }

    /** 行政许可法 art. 30: what is published of a permit; art. 58-59: whether it costs something. */
    private static void permit(Guide guide, Findings findings) {
        if (guide.fields().texts("conditions").isEmpty()) {
            findings.add(
                    Rule.TYPE_FIELD_MISSING,
                    "/conditions",
                    "行政许可没有公示条件（行政许可法第三十条）。",
                    "A permit must publish its conditions (行政许可法 art. 30).");
        }
        if (guide.fields().object("fee").isEmpty()) {
            findings.add(
                    Rule.TYPE_FIELD_MISSING,
                    "/fee",
                    "行政许可没有说明是否收费（行政许可法第五十八条）。",
                    "A permit must say whether it costs something (行政许可法 art. 58).");
        }
    }

    private static void onTheSpot(Item item, Findings findings) {
        List<Limit> stated = Stream.of(item.limits().promised(), item.limits().statutory())
                .filter(Objects::nonNull)
                .toList();
        if (Item.IMMEDIATE.equals(item.caseType())
                && !stated.isEmpty()
                && stated.stream().noneMatch(Limit::isAtOnce)) {
            findings.add(
                    Rule.CASE_TYPE_CONTRADICTED,
                    "/caseType",
                    "即办件的时限不是当场、即时或者当日。",
                    "What is decided on the spot has a limit that is not.");
        }
    }
}
