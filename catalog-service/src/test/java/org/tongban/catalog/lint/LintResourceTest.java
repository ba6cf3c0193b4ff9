package org.tongban.catalog.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tongban.catalog.CatalogTest;
import org.tongban.platform.kit.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The lint through an editor's eyes, and what imports make of it. */
class LintResourceTest extends CatalogTest {

    @Test
    void anEditorReadsWhatIsWrongAndHowItWasShown() throws Exception {
        JsonNode report = lint("fs-public-gathering-check");

        assertThat(report.at("/publishable").booleanValue()).isFalse();
        assertThat(report.at("/proof/method").asString()).isEqualTo("ENUMERATED");
        assertThat(report.at("/proof/paths").intValue()).isEqualTo(2);
        assertThat(report.at("/findings").findValuesAsString("code")).contains("limit-basis-missing");
        assertThat(report.at("/findings/0/severity").asString()).isIn("ERROR", "WARNING");
        assertThat(report.at("/findings/0/detail").asString()).isNotBlank();
        assertThat(report.at("/lines/0/by").asString()).isEqualTo("READ");
    }

    @Test
    void onlyEditorsRead() throws Exception {
        assertThat(read("/api/catalog/items/ca-marriage/lint").status()).isEqualTo(401);
        assertThat(read("/api/catalog/items/ca-marriage/lint", Tokens.citizen("c"))
                        .status())
                .isEqualTo(403);
        assertThat(read("/api/catalog/items/no-such/lint", EDITOR).status()).isEqualTo(404);
    }

    @Test
    void linesThatFitNoKindAreListedForTheEditor() throws Exception {
        ObjectNode guide = SoundGuide.guide().put("id", "lint-unmatched");
        SoundGuide.line(guide, "从未见过的某某纸", "{}");

        JsonNode imported =
                postAs(EDITOR, "/api/catalog/imports", guide.toString()).json();
        JsonNode lines = lint("lint-unmatched").at("/lines");
        JsonNode listed = read("/api/catalog/flags?code=document-kind-unknown", EDITOR)
                .json()
                .at("/items");

        assertThat(imported.at("/items/0/flags/0/code").asString()).isEqualTo("document-kind-unknown");
        assertThat(lines.at("/4/kinds").isNull()).isTrue();
        assertThat(lines.at("/0/by").asString()).isEqualTo("RULE");
        assertThat(lines.at("/0/confidence").asString()).isEqualTo("likely");
        assertThat(listed.findValuesAsString("id")).contains("lint-unmatched").doesNotContain("ca-marriage");
    }

    @Test
    void whatWouldBreakOrDeceiveIsRefusedAndNothingIsStored() throws Exception {
        ObjectNode bad = SoundGuide.guide().put("id", "lint-deceives").put("name", "=cmd|'/c calc'!A1");
        ObjectNode good = SoundGuide.guide().put("id", "lint-beside");

        JsonNode report = postAs(EDITOR, "/api/catalog/imports", "[" + bad + ", " + good + "]")
                .json();

        assertThat(report.at("/items").findValuesAsString("result")).containsExactly("refused", "created");
        assertThat(report.at("/items/0/reasons/0/code").asString()).isEqualTo("text-formula");
        assertThat(read("/api/catalog/items/lint-deceives").status()).isEqualTo(404);
        assertThat(read("/api/catalog/items/lint-beside").json().at("/flags")).isEmpty();
    }

    private JsonNode lint(String item) throws Exception {
        return read("/api/catalog/items/" + item + "/lint", EDITOR).json();
    }
}
