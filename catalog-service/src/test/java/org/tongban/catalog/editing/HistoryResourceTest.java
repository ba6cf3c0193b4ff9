package org.tongban.catalog.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongban.catalog.item.Dossier;
import org.tongban.catalog.item.Items;
import org.tongban.platform.kit.TestClock;
import tools.jackson.databind.JsonNode;

class HistoryResourceTest extends EditingTest {
    @Autowired
    private Items items;

    @Test
    void theHistorySaysWhoDidWhatAndWhen() throws Exception {
        published("history-who");
        postAs(
                EDITOR,
                "/api/catalog/imports",
                guide("history-who").put("name", "导入").toString());
        postAs(BEN, path("history-who") + "/suspension", NOTICE);

        JsonNode whole = read(path("history-who") + "/history", ANNA).json();
        JsonNode first = read(path("history-who") + "/history?limit=3", ANNA).json();
        JsonNode second = read(
                        path("history-who") + "/history?limit=3&cursor="
                                + first.at("/next").stringValue(),
                        ANNA)
                .json();

        assertThat(whole.at("/items").findValuesAsString("what"))
                .containsExactly("SUSPENDED", "IMPORTED", "PUBLISHED", "DRAFT_STARTED");
        assertThat(whole.at("/items").findValuesAsString("by")).containsExactly("ben", "editor-1", "ben", "anna");
        assertThat(whole.at("/items/0/note").stringValue()).isEqualTo("系统改造");
        assertThat(whole.at("/items/1/version").intValue()).isEqualTo(2);
        assertThat(whole.at("/items/0/at").stringValue()).endsWith("Z");
        assertThat(whole.at("/next").isNull()).isTrue();
        assertThat(first.at("/items")).hasSize(3);
        assertThat(second.at("/items").findValuesAsString("what")).containsExactly("DRAFT_STARTED");
        assertThat(second.at("/next").isNull()).isTrue();
        assertThat(read(path("no-such-item") + "/history", ANNA).status()).isEqualTo(404);
    }

    @Test
    void whatADraftChangesIsSaidInBothLanguages() throws Exception {
        published("diff-draft");
        save(ANNA, "diff-draft", null, guide("diff-draft").put("name", "新名"));

        JsonNode zh = read(path("diff-draft") + "/diff", BEN).json();
        JsonNode en = perform(get(path("diff-draft") + "/diff")
                        .header("Accept-Language", "en")
                        .with(BEN))
                .json();

        assertThat(zh.at("/from").stringValue()).isEqualTo("1");
        assertThat(zh.at("/to").stringValue()).isEqualTo("draft");
        assertThat(zh.at("/differences")).hasSize(1);
        assertThat(zh.at("/differences/0/text").stringValue()).isEqualTo("名称：由“小餐饮经营许可”改为“新名”。");
        assertThat(zh.at("/differences/0/pointer").stringValue()).isEqualTo("/name");
        assertThat(en.at("/differences/0/text").stringValue()).isEqualTo("name: changed from \"小餐饮经营许可\" to \"新名\".");
    }

    @Test
    void twoVersionsAreComparedEitherWay() throws Exception {
        published("diff-versions");
        save(ANNA, "diff-versions", null, guide("diff-versions").put("name", "第二版"));
        publish(BEN, "diff-versions", "{}");

        JsonNode last = read(path("diff-versions") + "/diff", ANNA).json();
        JsonNode back =
                read(path("diff-versions") + "/diff?from=published&to=1", ANNA).json();

        assertThat(last.at("/from").stringValue()).isEqualTo("1");
        assertThat(last.at("/to").stringValue()).isEqualTo("2");
        assertThat(last.at("/differences/0/after").stringValue()).isEqualTo("第二版");
        assertThat(back.at("/differences/0/before").stringValue()).isEqualTo("第二版");
        assertThat(read(path("diff-versions") + "/diff?from=1&to=9", ANNA).status())
                .isEqualTo(404);
        assertThat(read(path("diff-versions") + "/diff?from=draft&to=1", ANNA).status())
                .isEqualTo(404);
        assertThat(read(path("diff-versions") + "/diff?from=old&to=1", ANNA).pointer())
                .isEqualTo("/from");
    }

    @Test
    void aNewItemIsAllNew() throws Exception {
        save(ANNA, "diff-new", null, guide("diff-new"));

        JsonNode diff = read(path("diff-new") + "/diff", ANNA).json();

        assertThat(diff.at("/from").stringValue()).isEqualTo("0");
        assertThat(diff.at("/differences").findValuesAsString("kind")).containsOnly("ADDED");
        assertThat(diff.at("/differences")).hasSameSizeAs(guide("diff-new"));
    }

    @Test
    void oldStepsArePutAwayAndStillRead() throws Exception {
        items.open("history-long");
        for (int i = 1; i <= 620; i++) {
            String text = "{\"n\": " + i + "}";
            String by = i % 2 == 0 ? "anna" : "ben";
            Instant at = TestClock.START.plusSeconds(i);
            Optional<Dossier> unused = items.change("history-long", dossier -> dossier.save(text, text, by, at));
        }

        List<String> drafts = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = read(path("history-long") + "/history?limit=90" + next, ANNA)
                    .json();
            drafts.addAll(page.at("/items").findValuesAsString("draft"));
            next = page.at("/next").isNull()
                    ? ""
                    : "&cursor=" + page.at("/next").asString();
        } while (!next.isEmpty());

        assertThat(items.dossier("history-long").history()).hasSizeLessThan(301);
        assertThat(drafts)
                .as("newest first, each once")
                .isEqualTo(IntStream.rangeClosed(1, 620)
                        .mapToObj(i -> Integer.toString(621 - i))
                        .toList());
    }
}
