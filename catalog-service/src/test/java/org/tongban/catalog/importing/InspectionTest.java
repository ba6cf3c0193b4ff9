package org.tongban.catalog.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tongban.catalog.RealData;
import org.tongban.catalog.item.Flag;
import org.tongban.catalog.reference.RealReference;
import org.tongban.platform.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** What an inspection finds in real and in spoiled guides. */
class InspectionTest {
    private final Inspection inspection = new Inspection(RealReference.get().divisions());

    @Test
    void everyRealItemIsTakenAndHalfOfItIsFlagged() {
        Map<String, Integer> items = new TreeMap<>();
        RealData.gsi().values().forEach(guide -> {
            Findings findings = inspection.inspect(guide);
            assertThat(findings.reasons()).isEmpty();
            findings.flags().stream().map(Flag::code).distinct().forEach(code -> items.merge(code, 1, Integer::sum));
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
    void wrongTypesEverywhereAreFlaggedAndNeverThrow() {
        ObjectNode guide = real("ca-marriage");
        for (String field : List.of(
                "materials",
                "situations",
                "limits",
                "fee",
                "result",
                "legalBasis",
                "codes",
                "kind",
                "caseType",
                "division",
                "visits",
                "evidence",
                "source")) {
            guide.put(field, 7);
        }

        Findings findings = inspection.inspect(guide);

        assertThat(findings.reasons()).isEmpty();
        assertThat(findings.flags()).extracting(Flag::code).contains("materials-missing", "limit-missing");
    }

    private List<String> codes(String field, String code) {
        ObjectNode guide = real("ca-marriage");
        guide.putObject("codes").put(field, code);
        return inspection.inspect(guide).flags().stream()
                .map(Flag::code)
                .filter("code-check-failed"::equals)
                .toList();
    }

    private List<String> found(ObjectNode guide, String code) {
        return inspection.inspect(guide).flags().stream()
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
