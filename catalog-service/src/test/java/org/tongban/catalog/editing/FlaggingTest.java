package org.tongban.catalog.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is flagged in a published guide follows what is known, and its version stays. */
class FlaggingTest extends EditingTest {
    private static final String UNKNOWN = "overrides-unknown";

    @Test
    void aGuideOverridesWhatNobodyKnowsUntilThatIsImported() throws Exception {
        JsonNode first = take(overriding("flags-local", "flags-national")).at("/items/0");
        String before = tag("flags-local");

        take(national("flags-national"));

        assertThat(first.at("/result").stringValue()).isEqualTo("created");
        assertThat(first.at("/flags").findValuesAsString("code")).containsExactly(UNKNOWN);
        assertThat(flags("flags-local")).isEmpty();
        assertThat(flagged()).doesNotContain("flags-local");
        assertThat(perform(get(path("flags-local")).header("If-None-Match", before))
                        .status())
                .as("who kept the flagged one is shown the mended one")
                .isEqualTo(200);
        isToldOnce("flags-local");
    }

    @Test
    void inOneFileTheOverriddenItemMayComeLater() throws Exception {
        postAs(
                EDITOR,
                "/api/catalog/imports",
                List.of(overriding("flags-early", "flags-late"), national("flags-late"))
                        .toString());

        assertThat(flags("flags-early")).isEmpty();
        assertThat(flagged()).doesNotContain("flags-early");
        isToldOnce("flags-early");
    }

    @Test
    void aPublishedDraftIsKnownToThoseThatOverrideIt() throws Exception {
        take(overriding("flags-waiting", "flags-drafted"));
        assertThat(flagged()).contains("flags-waiting");

        published("flags-drafted");

        assertThat(flagged()).doesNotContain("flags-waiting");
        isToldOnce("flags-waiting");
    }

    @Test
    void theSameImportAgainIsFlaggedByWhatIsKnownNow() throws Exception {
        String code = "511602000001-flags";
        ObjectNode guide = overriding("flags-again", code);
        take(guide);
        send(put("/api/catalog/directory"), """
                {"items": [{"itemCode": "%s", "areaCode": "310101", "name": "目录中的事项", "department": "某局",
                            "taskType": "01", "taskTypeName": "行政许可"}]}""".formatted(code), EDITOR);

        JsonNode again = take(guide).at("/items/0");

        assertThat(again.at("/result").stringValue()).isEqualTo("unchanged");
        assertThat(again.at("/version").intValue()).isEqualTo(1);
        assertThat(again.at("/flagged").booleanValue()).isFalse();
        assertThat(flags("flags-again")).isEmpty();
        assertThat(flagged()).doesNotContain("flags-again");
        isToldOnce("flags-again");
    }

    @Test
    void whoSavesADraftHearsThatNobodyKnowsWhatItOverrides() throws Exception {
        JsonNode saved = save(ANNA, "flags-draft", null, overriding("flags-draft", "flags-never"))
                .json();

        assertThat(saved.at("/findings").findValuesAsString("code")).containsExactly(UNKNOWN);
        assertThat(saved.at("/publishable").booleanValue()).isTrue();
    }

    private static ObjectNode overriding(String item, String other) {
        return guide(item).put("overrides", other);
    }

    private static ObjectNode national(String item) {
        ObjectNode guide = guide(item).put("scope", "national");
        guide.remove("division");
        return guide;
    }

    private JsonNode take(ObjectNode guide) throws Exception {
        return postAs(EDITOR, "/api/catalog/imports", guide.toString()).json();
    }

    private JsonNode flags(String item) throws Exception {
        return read(path(item)).json().at("/flags");
    }

    private List<String> flagged() throws Exception {
        return read("/api/catalog/flags?limit=100&code=" + UNKNOWN, EDITOR)
                .json()
                .at("/items")
                .findValuesAsString("id");
    }

    private String tag(String item) throws Exception {
        return Objects.requireNonNull(read(path(item)).response().getHeader("ETag"));
    }

    private void isToldOnce(String item) throws Exception {
        await().until(() -> !told(item).isEmpty());
        assertThat(told(item)).hasSize(1);
        assertThat(read(path(item)).json().at("/version").intValue()).isEqualTo(1);
    }
}
