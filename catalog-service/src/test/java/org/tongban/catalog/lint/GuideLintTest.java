package org.tongban.catalog.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.catalog.lint.SoundGuide.array;
import static org.tongban.catalog.lint.SoundGuide.ask;
import static org.tongban.catalog.lint.SoundGuide.at;
import static org.tongban.catalog.lint.SoundGuide.line;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongban.catalog.RealData;
import org.tongban.catalog.item.Flag;
import org.tongban.catalog.reference.RealReference;
import org.tongban.platform.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Each rule finds its own fault, at its place, and nothing in a guide that is sound. */
class GuideLintTest {
    private static final GuideLint LINT = new GuideLint(RealReference.get(), RealData.ids()::contains);
    private static final Map<Rule, Spoilt> SPOILT = new EnumMap<>(Rule.class);

    /** What is done to the sound guide, and where the lint must then point. */
    private record Spoilt(String pointer, Consumer<ObjectNode> spoiling) {}

    private static void spoil(Rule rule, String pointer, Consumer<ObjectNode> spoiling) {
        SPOILT.put(rule, new Spoilt(pointer, spoiling));
    }

    static {
        spoil(Rule.SCHEMA, "/schema", guide -> guide.put("schema", "gsi-2"));
        spoil(Rule.ID, "/id", guide -> guide.put("id", "UPPER"));
        spoil(Rule.NAME, "/name", guide -> guide.put("name", "名".repeat(700_000)));
        spoil(Rule.DEPARTMENT, "/department", guide -> guide.remove("department"));
        spoil(Rule.SCOPE, "/scope", guide -> guide.put("scope", "everywhere"));
        spoil(Rule.APPLICANTS, "/applicants", guide -> guide.putArray("applicants"));
        spoil(Rule.TOO_MUCH, "/situations", guide -> {
            for (int i = 0; i < 10_000; i++) {
                ask(guide, "q" + i, "yes", "no");
            }
        });
        spoil(
                Rule.TEXT_TOO_LONG,
                "/materials/0/name",
                guide -> at(guide, "/materials/0").put("name", "表".repeat(501)));
        spoil(
                Rule.TEXT_CONTROL,
                "/materials/1/name",
                guide -> at(guide, "/materials/1").put("name", "平面图\u202Egnp.exe"));
        spoil(Rule.TEXT_MARKUP, "/name", guide -> guide.put("name", "许可<script>alert(1)</script>"));
        spoil(Rule.TEXT_FORMULA, "/name", guide -> guide.put("name", "=cmd|'/c calc'!A1"));
        spoil(Rule.CONDITION_CYCLE, "/situations/0/when", guide -> {
            at(guide, "/situations/0").putObject("when").putArray("mode").add("commit");
            at(guide, "/situations/1").putObject("when").putArray("agent").add("yes");
        });
        spoil(Rule.CATCH_ALL_LINE, "/materials/4/name", guide -> line(guide, "法律法规规定的其他材料", "{}"));
        spoil(Rule.MATERIALS_MISSING, "/materials", guide -> guide.remove("materials"));
        spoil(
                Rule.MATERIAL_UNREADABLE,
                "/materials/1",
                guide -> at(guide, "/materials/1").put("no", 1));
        spoil(
                Rule.NEED_UNKNOWN,
                "/materials/0/need",
                guide -> at(guide, "/materials/0").put("need", "也许"));
        spoil(
                Rule.COPIES_CONTRADICTORY,
                "/materials/1",
                guide -> at(guide, "/materials/1").put("copiesMax", 0));
        spoil(Rule.DUPLICATE_LINE, "/materials/4", guide -> line(guide, "承诺书（原件）", "{\"agent\": [\"no\"]}"));
        spoil(Rule.SAME_PAPER_TWICE, "/materials/5", guide -> {
            line(guide, "居民身份证", "{}");
            line(guide, "本人身份证", "{}");
        });
        spoil(Rule.SHARED_PAPER_ASKED, "/materials/4", guide -> line(guide, "营业执照", "{}"));
        spoil(Rule.DOCUMENT_KIND_UNKNOWN, "/materials/4", guide -> line(guide, "从未见过的某某纸", "{}"));
        spoil(
                Rule.QUESTION_UNREADABLE,
                "/situations",
                guide -> at(guide, "/situations/0").remove("options"));
        spoil(Rule.QUESTION_UNREACHABLE, "/situations/3", guide -> {
            ask(guide, "once", "yes", "no").putObject("when").putArray("agent").add("yes");
            ObjectNode never = ask(guide, "never", "yes", "no").putObject("when");
            never.putArray("agent").add("no");
            never.putArray("once").add("yes");
            line(guide, "永远不要的材料", "{\"never\": [\"yes\"]}");
        });
        spoil(Rule.QUESTION_CHANGES_NOTHING, "/situations/2", guide -> ask(guide, "idle", "yes", "no"));
        spoil(
                Rule.OPTION_UNREACHABLE,
                "/situations/0/options/2",
                guide -> array(guide, "/situations/0/options")
                        .addObject()
                        .put("value", "yes")
                        .put("label", "也是"));
        spoil(
                Rule.OPTION_CHANGES_NOTHING,
                "/situations/0/options/2",
                guide -> array(guide, "/situations/0/options")
                        .addObject()
                        .put("value", "unsure")
                        .put("label", "不确定"));
        spoil(
                Rule.CONDITION_UNREADABLE,
                "/materials/2/when/agent",
                guide -> at(guide, "/materials/2/when").put("agent", "yes"));
        spoil(
                Rule.CONDITION_UNKNOWN,
                "/materials/2/when/agent",
                guide -> at(guide, "/materials/2/when").putArray("agent").add("maybe"));
        spoil(Rule.CONDITION_CONTRADICTORY, "/materials/4/when", guide -> {
            ask(guide, "power", "yes", "no").putObject("when").putArray("agent").add("yes");
            line(guide, "公证的授权", "{\"power\": [\"yes\"], \"agent\": [\"no\"]}");
        });
        spoil(Rule.PATH_WITHOUT_LINES, "/materials", guide -> {
            array(guide, "/materials").remove(0);
            array(guide, "/materials").remove(0);
        });
        spoil(
                Rule.MODE_UNDECIDED,
                "/situations/1/multi",
                guide -> at(guide, "/situations/1").put("multi", true));
        spoil(Rule.PATHS_UNPROVED, "/situations", guide -> {
            array(guide, "/materials").removeAll();
            for (int i = 0; i < 12; i++) {
                ask(guide, "q" + i, "yes", "no");
                line(guide, "材料之" + i, "{\"q" + i + "\": [\"yes\"]}");
            }
        });
        spoil(Rule.LIMIT_MISSING, "/limits", guide -> guide.remove("limits"));
        spoil(
                Rule.STATUTORY_LIMIT_MISSING,
                "/limits/statutory",
                guide -> at(guide, "/limits").remove("statutory"));
        spoil(
                Rule.LIMIT_UNREADABLE,
                "/limits/promised/byMode/commit",
                guide -> at(guide, "/limits/promised/byMode/commit").put("unit", "周"));
        spoil(
                Rule.LIMIT_BASIS_MISSING,
                "/limits/statutory/basis",
                guide -> at(guide, "/limits/statutory").remove("basis"));
        spoil(
                Rule.LIMIT_MODE_UNKNOWN,
                "/limits/promised/byMode",
                guide -> at(guide, "/limits/promised/byMode")
                        .putObject("express")
                        .put("n", 1)
                        .put("unit", "工作日"));
        spoil(
                Rule.PROMISED_EXCEEDS_STATUTORY,
                "/limits/promised",
                guide -> at(guide, "/limits/promised/byMode/commit").put("n", 2).put("unit", "月"));
        spoil(
                Rule.FEE_UNREADABLE,
                "/fee/items/0/amount",
                guide -> fee(guide, 0, "{}").remove("amount"));
        spoil(
                Rule.FEE_BASIS_MISSING,
                "/fee/items/0/basis",
                guide -> fee(guide, 0, "{}").remove("basis"));
        spoil(Rule.FEE_UNDECIDED, "/fee/items/1", guide -> {
            fee(guide, 0, "{\"agent\": [\"yes\"]}");
            fee(guide, 1, "{\"mode\": [\"commit\"]}");
        });
        spoil(Rule.LEGAL_BASIS_MISSING, "/legalBasis", guide -> guide.putArray("legalBasis"));
        spoil(
                Rule.ARTICLE_MISSING,
                "/legalBasis/0/article",
                guide -> at(guide, "/legalBasis/0").put("article", " "));
        spoil(Rule.RESULT_MISSING, "/result", guide -> guide.remove("result"));
        spoil(Rule.KIND_MISSING, "/kind", guide -> guide.remove("kind"));
        spoil(Rule.KIND_MISMATCH, "/kind", guide -> at(guide, "/kind").put("name", "公共服务"));
        spoil(
                Rule.KIND_NOT_APPLIED_FOR,
                "/kind",
                guide -> at(guide, "/kind").put("code", "02").put("name", "行政处罚"));
        spoil(Rule.CASE_TYPE_MISSING, "/caseType", guide -> guide.remove("caseType"));
        spoil(
                Rule.CASE_TYPE_MISMATCH,
                "/caseType",
                guide -> at(guide, "/caseType").put("code", "1"));
        spoil(
                Rule.CASE_TYPE_CONTRADICTED,
                "/caseType",
                guide -> at(guide, "/caseType").put("code", "1").put("name", "即办件"));
        spoil(Rule.TYPE_FIELD_MISSING, "/conditions", guide -> guide.remove("conditions"));
        spoil(
                Rule.APPLICANT_UNKNOWN,
                "/applicants",
                guide -> array(guide, "/applicants").add("外星人"));
        spoil(Rule.DIVISION_MISSING, "/division", guide -> guide.remove("division"));
        spoil(
                Rule.DIVISION_UNKNOWN,
                "/division/code",
                guide -> at(guide, "/division").put("code", "999999"));
        spoil(Rule.OVERRIDES_UNFIT, "/overrides", guide -> guide.put("overrides", "sound"));
        spoil(Rule.OVERRIDES_UNKNOWN, "/overrides", guide -> guide.put("overrides", "nobody-knows"));
        spoil(
                Rule.CODE_CHECK_FAILED,
                "/codes/basicCode",
                guide -> guide.putObject("codes").put("basicCode", "123"));
        spoil(
                Rule.UNKNOWN_FIELD,
                "/materials/0/colour",
                guide -> at(guide, "/materials/0").put("colour", "red"));
        spoil(
                Rule.TEXT_UNSAFE,
                "/conditions/0",
                guide -> array(guide, "/conditions").set(0, "有固定的<br>经营场所"));
        spoil(Rule.EVIDENCE_MISSING, "/evidence", guide -> guide.remove("evidence"));
        spoil(Rule.SOURCE_MISSING, "/source", guide -> guide.putArray("source"));
    }

    private static ObjectNode fee(ObjectNode guide, int no, String when) {
        ObjectNode fee = at(guide, "/fee").put("charged", true);
        ObjectNode line = (no == 0 ? fee.putArray("items") : array(guide, "/fee/items")).addObject();
        line.put("name", "工本费" + no).put("amount", 10).put("basis", "某价格文件");
        line.set("when", Json.mapper().readTree(when));
        return line;
    }

    @Test
    void aSoundGuideHasNothingInIt() {
        LintReport report = LINT.lint(SoundGuide.guide());

        assertThat(report.all()).isEmpty();
        assertThat(report.isPublishable()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = Rule.class, mode = EnumSource.Mode.EXCLUDE, names = "NOT_AN_ITEM")
    void eachRuleFindsItsFaultAtItsPlaceInBothLanguages(Rule rule) {
        Spoilt spoilt = Objects.requireNonNull(SPOILT.get(rule), "no guide has the fault " + rule);

        LintReport report = LINT.lint(SoundGuide.with(spoilt.spoiling()));

        List<Flag> found = rule.severity() == null ? report.refusals() : report.findings();
        assertThat(found).filteredOn(flag -> flag.code().equals(rule.code())).anySatisfy(flag -> {
            assertThat(flag.pointer()).isEqualTo(spoilt.pointer());
            assertThat(flag.zh()).isNotBlank();
            assertThat(flag.en()).isNotBlank().isNotEqualTo(flag.zh());
        });
        assertThat(report.isPublishable())
                .isEqualTo(rule.severity() == org.tongban.catalog.item.Severity.WARNING && report.errors() == 0);
    }

    @Test
    void aGuideMayTakeThePlaceOfOneThatIsKnown() {
        ObjectNode guide = SoundGuide.guide().put("overrides", "mr-food-operation-new");

        assertThat(LINT.lint(guide).all()).isEmpty();
    }

    @Test
    void onlyWhatIsDecidedOnTheSpotNeedsNoStatutoryLimit() {
        assertThat(withoutStatutory("{\"promised\": {\"n\": 10, \"unit\": \"工作日\"}}", "承诺件"))
                .containsExactly("statutory-limit-missing");
        assertThat(withoutStatutory("{\"promised\": {\"n\": 10, \"unit\": \"工作日\"}}", "即办件"))
                .containsExactly("case-type-contradicted", "statutory-limit-missing");
        assertThat(withoutStatutory(
                        "{\"promised\": {\"n\": 0, \"unit\": \"当场\", \"byMode\": {\"normal\": {\"n\": 3, \"unit\":"
                                + " \"工作日\"}}}}",
                        "承诺件"))
                .containsExactly("statutory-limit-missing");
        assertThat(withoutStatutory("{\"promised\": {\"n\": 0, \"unit\": \"当场\"}}", "承诺件"))
                .isEmpty();
        assertThat(withoutStatutory("{\"promised\": {\"n\": 0, \"unit\": \"即时\"}}", "即办件"))
                .isEmpty();
        assertThat(withoutStatutory(
                        "{\"promised\": {\"n\": 0, \"unit\": \"当场\", \"otherwise\": {\"n\": 5, \"unit\": \"工作日\"}}}",
                        "即办件"))
                .containsExactly("statutory-limit-missing");
        assertThat(withoutStatutory("{}", "即办件")).isEmpty();
        assertThat(withoutStatutory("{}", "承诺件")).containsExactly("limit-missing");
    }

    private static List<String> withoutStatutory(String limits, String caseType) {
        ObjectNode guide = SoundGuide.with(sound -> {
            sound.set("limits", Json.mapper().readTree(limits));
            at(sound, "/caseType")
                    .put("code", caseType.equals("即办件") ? "1" : "2")
                    .put("name", caseType);
        });
        return LINT.lint(guide).findings().stream()
                .map(Flag::code)
                .filter(code -> code.contains("limit") || code.contains("case"))
                .toList();
    }

    @Test
    void whatIsNoObjectIsNoItem() {
        assertThat(LINT.lint(Json.mapper().readTree("[1]")).refusals())
                .extracting(Flag::code)
                .containsExactly("not-an-item");
    }

    @Test
    void wrongTypesEverywhereAreFoundAndNeverThrow() {
        SoundGuide.guide().propertyNames().forEach(field -> {
            for (String wrong : List.of("7", "\"text\"", "[[]]", "{\"a\": {}}", "null", "[7, null, {\"no\": \"x\"}]")) {
                ObjectNode guide = SoundGuide.guide();
                guide.set(field, Json.mapper().readTree(wrong));

                assertThat(LINT.lint(guide)).as(field + " = " + wrong).isNotNull();
            }
        });
    }
}
