package org.tongban.local.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class BatchesTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void nothingIsLeftOutAndTheOrderIsKept() {
        List<String> texts = List.of("\"甲\"", "\"乙\"", "\"丙\"", "\"丁\"");

        List<String> batches = Batches.of(texts, 13);

        assertThat(batches).hasSize(2);
        assertThat(batches.stream()
                        .flatMap(batch -> JSON.readTree(batch).valueStream())
                        .map(node -> node.asString()))
                .containsExactly("甲", "乙", "丙", "丁");
    }

    @Test
    void aTextThatIsTooLongByItselfGetsABatchOfItsOwn() {
        String huge = "\"" + "长".repeat(100) + "\"";

        assertThat(Batches.of(List.of("1", huge, "2"), 20)).containsExactly("[1]", "[" + huge + "]", "[2]");
    }

    @Test
    void theTallyAddsWhatEachImportDid() {
        Tally tally = new Tally();

        tally.add(JSON.readTree("{\"counts\": {\"created\": 3, \"flagged\": 2}}"));
        tally.add(JSON.readTree("{\"counts\": {\"created\": 4}}"));

        assertThat(tally)
                .hasToString("7 guides loaded, 2 with notes about their source data: see deploy/docs/lint-report.md");
        assertThat(tally.of("refused")).isZero();
    }
}
