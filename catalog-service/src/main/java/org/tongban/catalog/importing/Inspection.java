package org.tongban.catalog.importing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongban.catalog.division.Divisions;
import org.tongban.catalog.guide.Pointer;
import org.tongban.catalog.item.ApplicantType;
import org.tongban.catalog.item.Fields;
import tools.jackson.databind.JsonNode;

/** Looks one gsi-1 item over: what is missing, unknown or does not fit. */
final class Inspection {
    private static final Set<String> FIELDS = Set.of(
            "schema",
            "id",
            "name",
            "department",
            "scope",
            "kind",
            "codes",
            "division",
            "implementingBody",
            "exerciseLevels",
            "applicants",
            "caseType",
            "legalBasis",
            "conditions",
            "applyWithin",
            "situations",
            "materials",
            "limits",
            "specialProcedures",
            "fee",
            "result",
            "steps",
            "delivery",
            "visits",
            "channels",
            "place",
            "bundles",
            "notes",
            "evidence",
            "source");
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

    private final Divisions divisions;

    Inspection(Divisions divisions) {
        this.divisions = divisions;
    }

    Findings inspect(JsonNode gsi) {
        Findings findings = new Findings();
        if (!gsi.isObject()) {
            findings.refuse("not-an-item", "", "事项须为JSON对象。", "An item is a JSON object.");
            return findings;
        }
        Fields item = new Fields(gsi);
        identity(item, findings);
        if (!findings.reasons().isEmpty()) {
            return findings;
        }
        Shape.unknown(gsi, FIELDS, "", findings);
        place(item, findings);
        applicants(item, findings);
        named(item, "kind", "A.1", KINDS, findings);
        named(item, "caseType", "A.6", CASE_TYPES, findings);
        basis(item, findings);
        CodeCheck.check(item, findings);
        LimitCheck.check(item, findings);
        FeeCheck.check(item, findings);
        GuideCheck.check(gsi, findings);
        Shape.required(item, "evidence", findings);
        Shape.required(item, "source", findings);
        return findings;
    }

    private static void identity(Fields item, Findings findings) {
        if (!"gsi-1".equals(item.text("schema"))) {
            findings.refuse("schema", "/schema", "schema须为gsi-1。", "The schema must be gsi-1.");
        }
        String id = item.text("id");
        if (id == null || !id.matches("[a-z0-9-]{1,100}")) {
            findings.refuse(
                    "id",
                    "/id",
                    "id须由小写字母、数字和连字符组成，至多100个字符。",
                    "The id is made of small letters, digits and hyphens, at most 100.");
        }
        for (String field : new String[] {"name", "department"}) {
            String text = item.text(field);
            if (text == null || text.length() > 500) {
                findings.refuse(
                        field,
                        Pointer.of(field),
                        "缺少" + field + "，或者超过500个字符。",
                        "There is no " + field + ", or it is longer than 500 characters.");
            }
        }
        String scope = item.text("scope");
        if (!"national".equals(scope) && !"local".equals(scope)) {
            findings.refuse("scope", "/scope", "scope须为national或local。", "The scope is national or local.");
        }
        if (item.texts("applicants").isEmpty()) {
            findings.refuse("applicants", "/applicants", "缺少服务对象。", "Nobody is served: there are no applicants.");
        }
    }

    private void place(Fields item, Findings findings) {
        if ("national".equals(item.text("scope"))) {
            return;
        }
        String code =
                item.object("division").map(division -> division.text("code")).orElse(null);
        if (code == null) {
            findings.flag(
                    "division-missing",
                    "/division",
                    "地方事项没有区划代码，不能列入清单。",
                    "A local item without a division code can be on no list.");
        } else if (divisions.find(code).isEmpty()) {
            findings.flag(
                    "division-unknown",
                    "/division/code",
                    "区划代码“" + code + "”不在区划表中。",
                    "The division \"" + code + "\" is none that we know.");
        }
    }

    private static void applicants(Fields item, Findings findings) {
        item.texts("applicants").stream()
                .filter(type -> ApplicantType.of(type).isEmpty())
                .forEach(type -> findings.flag(
                        "applicant-unknown",
                        "/applicants",
                        "服务对象“" + type + "”不在表A.4中。",
                        "The applicant \"" + type + "\" is not in table A.4."));
    }

    private static void named(Fields item, String field, String table, Map<String, String> known, Findings findings) {
        Fields value = item.object(field).orElse(null);
        if (value == null) {
            findings.flag(
                    Shape.kebab(field) + "-missing",
                    Pointer.of(field),
                    "没有说明" + field + "。",
                    "The guide states no " + field + ".");
            return;
        }
        String code = value.text("code", "");
        if (!value.text("name", "").equals(known.get(code))) {
            findings.flag(
                    Shape.kebab(field) + "-mismatch",
                    Pointer.of(field),
                    "代码“" + code + "”与名称不符合表" + table + "。",
                    "Code \"" + code + "\" and name do not fit table " + table + ".");
        }
    }

    private static void basis(Fields item, Findings findings) {
        if (item.objects("legalBasis", Optional::of).isEmpty()) {
            findings.flag("legal-basis-missing", "/legalBasis", "没有法律依据。", "There is no legal basis.");
        }
        int index = 0;
        for (Fields basis : item.objects("legalBasis", Optional::of)) {
            if (basis.text("article") == null) {
                findings.flag(
                        "article-missing",
                        Pointer.of("legalBasis", index, "article"),
                        "法律依据没有写明条款。",
                        "The legal basis names no article.");
            }
            index++;
        }
    }
}
