package org.tongban.catalog.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.catalog.RealData;
import org.tongban.catalog.item.Flag;
import org.tongban.catalog.reference.RealReference;
import org.tongban.platform.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** What the lint finds in real guides, and in real guides that are spoilt. */
class RealGuidesTest {
    private final GuideLint lint = new GuideLint(RealReference.get(), RealData.ids()::contains);

    @Test
    void everyRealItemIsTakenAndHalfOfItIsFlagged() {
        Map<String, Integer> items = new TreeMap<>();
        RealData.gsi().values().forEach(guide -> {
            LintReport findings = lint.lint(guide);
            assertThat(findings.refusals()).isEmpty();
            findings.findings().stream().map(Flag::code).distinct().forEach(code -> items.merge(code, 1, Integer::sum));
        });

        assertThat(items)
                .containsEntry("materials-missing", 2)
                .containsEntry("kind-missing", 33)
                .containsEntry("case-type-missing", 23)
                .containsEntry("legal-basis-missing", 2)
                .containsKeys("limit-missing", "limit-basis-missing", "fee-basis-missing", "article-missing")
                .doesNotContainKeys("unknown-field", "material-unreadable", "condition-unknown", "division-unknown");
    }

    @Test
    void codesAreChecked() {
        assertThat(codes("basicCode", "00013112800")).containsExactly("code-check-failed");
        assertThat(codes("implCode", "11440981MB2D2466574440112028000")).isEmpty();
        assertThat(codes("implCode", "11440981MB2D2466584440112028000")).containsExactly("code-check-failed");
        assertThat(codes("businessItemCode", "0001311280000")).containsExactly("code-check-failed");
        assertThat(codes("localItemCode", "anything at all")).isEmpty();
    }

    @Test
    void codesThatDoNotBelongTogetherAreFlagged() {
        ObjectNode guide = real("mr-individual-establish");
        ((ObjectNode) guide.get("codes")).put("basicCode", "000131128001");

        assertThat(found(guide, "code-check-failed")).containsExactly("/codes/businessItemCode");
    }

    @Test
    void whatCannotBeReadIsFlaggedAtItsPlace() {
        ObjectNode guide = real("fs-public-gathering-check");
        ObjectNode material = (ObjectNode) guide.at("/materials/0");
        material.put("colour", "red").put("need", "也许");
        ((ObjectNode) material.get("when")).putArray("mode").add("never");
        ((ObjectNode) guide.at("/materials/4")).put("no", 4);
        ((ObjectNode) guide.at("/limits/statutory")).put("unit", "周").put("n", "ten");
        guide.putObject("kind").put("code", "01").put("name", "公共服务");
        guide.put("scope", "local");

        assertThat(found(guide, "unknown-field")).containsExactly("/materials/0/colour");
        assertThat(found(guide, "need-unknown")).containsExactly("/materials/0/need");
        assertThat(found(guide, "condition-unknown")).containsExactly("/materials/0/when/mode");
        assertThat(found(guide, "material-unreadable")).containsExactly("/materials/4");
        assertThat(found(guide, "limit-unreadable")).containsExactly("/limits/statutory");
        assertThat(found(guide, "kind-mismatch")).containsExactly("/kind");
        assertThat(found(guide, "division-missing")).containsExactly("/division");
    }

    @Test
    void promisesAreComparedWithTheLawOnlyWhereTheAnswerIsCertain() {
        assertThat(promised("fs-public-gathering-check-quyang", 14, "工作日")).isEmpty();
        assertThat(promised("fs-public-gathering-check-quyang", 21, "工作日")).containsExactly("/limits/promised");
        assertThat(promised("fs-public-gathering-check-quyang", 25, "自然日")).isEmpty();
        assertThat(promised("fs-public-gathering-check-quyang", 2, "月")).containsExactly("/limits/promised");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"其他材料", "法律、法规规定的其他有关材料", "身份证明、学历证明等材料", "视情况提供的证明", "住所相关文件", "有关证件（营业执照等）", "登记机关要求提交的其他文件"})
    void wordingsThatLeaveOpenWhatIsWantedAreCatchAll(String name) {
        assertThat(CatchAll.is(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "营业执照或者其他主体资格证明文件",
                "营业执照或者其他证明主体资格合法有效的文件",
                "购车发票等机动车来历证明",
                "排水水质符合相关标准的检测报告",
                "投资人员、拟任的法定代表人和其他负责人的书面声明",
                "监护证明（出生证明、户口簿等）",
                "已经办理相关前置手续的证明文件"
            })
    void wordingsThatSayWhatIsWantedAreNot(String name) {
        assertThat(CatchAll.is(name)).isFalse();
    }

    private List<String> promised(String id, int n, String unit) {
        ObjectNode guide = real(id);
        ((ObjectNode) guide.at("/limits/statutory")).remove("byMode");
        ((ObjectNode) guide.at("/limits/promised"))
                .put("n", n)
                .put("unit", unit)
                .remove("byMode");
        return found(guide, "promised-exceeds-statutory");
    }

    private List<String> codes(String field, String code) {
        ObjectNode guide = real("ca-marriage");
        guide.putObject("codes").put(field, code);
        return lint.lint(guide).findings().stream()
                .map(Flag::code)
                .filter("code-check-failed"::equals)
                .toList();
    }

    private List<String> found(ObjectNode guide, String code) {
        return lint.lint(guide).findings().stream()
                .filter(flag -> flag.code().equals(code))
                .map(Flag::pointer)
                .toList();
    }

    private static ObjectNode real(String id) {
        return (ObjectNode) Json.mapper()
                .readTree(
                        java.util.Objects.requireNonNull(RealData.gsi().get(id)).toString());
    }
}
