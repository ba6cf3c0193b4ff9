package org.tongban.catalog.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tongban.catalog.CatalogTest;
import org.tongban.catalog.RealData;
import org.tongban.platform.json.Json;
import org.tongban.platform.kit.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The real directory of 广安区: 1,135 names and codes, few of which have a guide. */
class DirectoryResourceTest extends CatalogTest {
    private static final String PATH = "/api/catalog/directory";

    @Test
    void theRealDirectoryIsTakenOnceAndReadWholeInPages() throws Exception {
        take(RealData.text("catalog-guangan-511602"), EDITOR);

        JsonNode again = take(RealData.text("catalog-guangan-511602"), EDITOR).json();
        List<JsonNode> all = all("?division=511602&limit=500");

        assertThat(again.at("/created").intValue()).isZero();
        assertThat(again.at("/updated").intValue()).isZero();
        assertThat(again.at("/unchanged").intValue()).isEqualTo(1135);
        assertThat(all)
                .hasSize(1135)
                .extracting(entry -> entry.at("/code").asString())
                .doesNotHaveDuplicates();
        assertThat(all.stream().filter(entry -> entry.at("/guide").isNull()))
                .allMatch(entry -> entry.at("/note").asString().equals("此事项还没有办事指南。"));
        assertThat(all.stream().filter(entry -> !entry.at("/guide").isNull()))
                .as("guides of other places are none of this one")
                .hasSizeBetween(15, 20)
                .allMatch(entry -> entry.at("/note").isNull());
    }

    @Test
    void anEntrySaysWhichGuideItHasOrThatThereIsNone() throws Exception {
        take(RealData.text("catalog-guangan-511602"), EDITOR);

        JsonNode fire = all("?division=511602&q=公众聚集场所投入使用").get(0);
        JsonNode none = all("?division=511602&q=中职和本专科建档立卡特别资助项目").get(0);

        assertThat(fire.at("/guide/item").asString()).isEqualTo("fs-public-gathering-check");
        assertThat(fire.at("/kind/code").asString()).isEqualTo("01");
        assertThat(fire.at("/department").asString()).isEqualTo("区消防大队");
        assertThat(none.at("/guide").isNull()).isTrue();
        assertThat(all("?division=110101")).isEmpty();
        assertThat(all("?division=511602&q=没有这样的事项")).isEmpty();
        assertThat(all("?division=511602&q=.*")).as("a text, no pattern").isEmpty();
    }

    @Test
    void aChangedNameIsUpdatedAndNothingElse() throws Exception {
        take(file(entry("T-1", "原来的名称")), EDITOR);

        JsonNode taken = take(file(entry("T-1", "后来的名称")), EDITOR).json();

        assertThat(taken.at("/updated").intValue()).isEqualTo(1);
        assertThat(all("?division=330100"))
                .extracting(entry -> entry.at("/name").asString())
                .containsExactly("后来的名称");
    }

    @Test
    void aFileWithOneBadEntryIsRefusedWhole() throws Exception {
        ObjectNode good = entry("T-2", "好的名称");

        for (String bad : List.of("=cmd|' /C calc'!A0", "<b>名</b>", "名\u202Egnp", " ", "名".repeat(501))) {
            Reply refused = take(file(good, entry("T-3", bad)), EDITOR);

            assertThat(refused.status()).as(bad).isEqualTo(422);
            assertThat(refused.pointer()).isEqualTo("/items/1");
        }
        assertThat(take(file(good, entry("T-2", "同一编码")), EDITOR).status()).isEqualTo(422);
        assertThat(take("{}", EDITOR).status()).isEqualTo(422);
        assertThat(all("?division=330100&q=好的名称")).isEmpty();
    }

    @Test
    void aNameIsLookedForInOneDivisionOnly() throws Exception {
        Reply refused = read(PATH + "?q=资助");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.pointer()).isEqualTo("/division");
    }

    @Test
    void everybodyReadsAndOnlyEditorsPut() throws Exception {
        assertThat(read(PATH).status()).isEqualTo(200);
        assertThat(read(PATH + "?division=51").status()).isEqualTo(400);
        assertThat(take("{}", Tokens.citizen("c")).status()).isEqualTo(403);
        assertThat(take("{}", ANYBODY).status()).isEqualTo(401);
    }

    private Reply take(String body, RequestPostProcessor caller) throws Exception {
        return send(put(PATH), body, caller);
    }

    private List<JsonNode> all(String query) throws Exception {
        List<JsonNode> all = new ArrayList<>();
        JsonNode page = read(PATH + query).json();
        page.at("/items").forEach(all::add);
        while (!page.at("/next").isNull()) {
            page = read(PATH + query + "&cursor=" + page.at("/next").asString()).json();
            page.at("/items").forEach(all::add);
        }
        return all;
    }

    private static String file(ObjectNode... entries) {
        ObjectNode file = Json.mapper().createObjectNode();
        ArrayNode items = file.putArray("items");
        List.of(entries).forEach(items::add);
        return file.toString();
    }

    private static ObjectNode entry(String code, String name) {
        return Json.mapper()
                .createObjectNode()
                .put("itemCode", code)
                .put("name", name)
                .put("department", "某局")
                .put("areaCode", "330100000000")
                .put("taskType", "1")
                .put("taskTypeName", "行政许可");
    }
}
