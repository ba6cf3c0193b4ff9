package org.tongban.catalog.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongban.catalog.CatalogTest;
import org.tongban.catalog.RealData;
import org.tongban.platform.json.CanonicalJson;
import org.tongban.platform.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ImportResourceTest extends CatalogTest {

    @Test
    void theRealCatalogueAgainChangesNothing() throws Exception {
        JsonNode report = take(Json.mapper().writeValueAsString(RealData.gsi().values()));

        assertThat(report.at("/counts/unchanged").intValue()).isEqualTo(127);
        assertThat(report.at("/items"))
                .hasSize(127)
                .allMatch(item -> item.at("/result").stringValue().equals("unchanged"));
    }

    @Test
    void nothingOfAnItemIsDropped() throws Exception {
        ObjectNode guide = guide("import-kept").put("surprise", "kept as it is");

        JsonNode result = take(guide.toString()).at("/items/0");
        ObjectNode stored = (ObjectNode) read("/api/catalog/items/import-kept").json();

        assertThat(result.at("/result").stringValue()).isEqualTo("created");
        assertThat(result.at("/flagged").booleanValue()).isTrue();
        assertThat(result.at("/flags").findValuesAsString("code")).contains("unknown-field", "limit-missing");
        assertThat(stored.at("/flags").findValuesAsString("pointer")).contains("/surprise");
        stored.remove(List.of("version", "digest", "publishedAt", "flags", "standing"));
        assertThat(CanonicalJson.text(stored)).isEqualTo(CanonicalJson.text(guide));
    }

    @Test
    void aRepeatUnderItsKeySaysWhatStandsByThenAndPublishesNothing() throws Exception {
        ObjectNode guide = guide("import-repeat");
        Reply first = keyed(guide.toString());
        take(guide.deepCopy().put("name", "第二版").toString());

        Reply again = keyed(guide.toString());

        assertThat(first.json().at("/items/0/result").stringValue()).isEqualTo("created");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().at("/items/0/result").stringValue()).isEqualTo("unchanged");
        assertThat(again.json().at("/items/0/version").intValue()).isEqualTo(2);
        assertThat(read("/api/catalog/items/import-repeat").json().at("/name").stringValue())
                .isEqualTo("第二版");
    }

    @Test
    void newContentIsANewVersionAndTheOldOneStays() throws Exception {
        ObjectNode guide = guide("import-versions");

        take(guide.toString());
        JsonNode second = take(guide.put("name", "第二版").toString());
        JsonNode again = take(guide.toString());

        assertThat(second.at("/items/0/result").stringValue()).isEqualTo("updated");
        assertThat(second.at("/items/0/version").intValue()).isEqualTo(2);
        assertThat(again.at("/items/0/result").stringValue()).isEqualTo("unchanged");
        JsonNode versions = read("/api/catalog/items/import-versions/versions").json();
        assertThat(versions.at("/items").findValuesAsString("version")).containsExactly("2", "1");
        assertThat(read("/api/catalog/items/import-versions/versions/1")
                        .json()
                        .at("/name")
                        .stringValue())
                .isEqualTo("测试事项");
        assertThat(read("/api/catalog/items/import-versions").json().at("/name").stringValue())
                .isEqualTo("第二版");
        assertThat(read("/api/catalog/items/import-versions/versions/3").status())
                .isEqualTo(404);
        JsonNode page =
                read("/api/catalog/items/import-versions/versions?limit=1").json();
        JsonNode next = read("/api/catalog/items/import-versions/versions?limit=1&cursor="
                        + page.at("/next").stringValue())
                .json();
        assertThat(next.at("/items/0/version").intValue()).isEqualTo(1);
        assertThat(next.at("/next").isNull()).isTrue();
    }

    @Test
    void eachPublicationIsToldOnceInOrder() throws Exception {
        ObjectNode guide = guide("import-told");

        take(guide.toString());
        take(guide.put("name", "改名").toString());
        take(guide.toString());

        await().until(() -> told("import-told").size() == 2);
        assertThat(told("import-told"))
                .extracting(record ->
                        Json.mapper().readTree(record.value()).at("/version").intValue())
                .containsExactly(1, 2);
    }

    @Test
    void anItemThatCannotBeHandledIsRefusedWithReasonsAndTheOthersAreTaken() throws Exception {
        ObjectNode nameless = guide("import-nameless");
        nameless.remove("name");
        String body = "[1, {\"id\": \"UPPER\"}, " + nameless + ", " + guide("import-beside") + "]";

        JsonNode report = take(body);

        assertThat(report.at("/items").findValuesAsString("result"))
                .containsExactly("refused", "refused", "refused", "created");
        assertThat(report.at("/items/1/reasons").findValuesAsString("code"))
                .containsExactly("schema", "id", "name", "department", "scope", "applicants");
        assertThat(report.at("/items/2/reasons").findValuesAsString("pointer")).containsExactly("/name");
        assertThat(read("/api/catalog/items/import-nameless").status()).isEqualTo(404);
        assertThat(read("/api/catalog/items/import-beside").status()).isEqualTo(200);
    }

    @Test
    void whatIsNoItemIs400() throws Exception {
        assertThat(postAs(EDITOR, "/api/catalog/imports", "\"text\"").status()).isEqualTo(400);
        assertThat(postAs(EDITOR, "/api/catalog/imports", "[{]").status()).isEqualTo(400);
        assertThat(postAs(EDITOR, "/api/catalog/imports", "").status()).isEqualTo(400);
        assertThat(postAs(EDITOR, "/api/catalog/imports", "{\"id\": \"a\", \"id\": \"b\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void flagsAreListedForEditorsInPages() throws Exception {
        JsonNode page = read("/api/catalog/flags?limit=3", EDITOR).json();
        JsonNode next = read(
                        "/api/catalog/flags?limit=3&cursor=" + page.at("/next").stringValue(), EDITOR)
                .json();

        assertThat(page.at("/items")).hasSize(3);
        assertThat(page.at("/items/0/flags/0/detail").stringValue()).isNotBlank();
        assertThat(next.at("/items/0/id").stringValue())
                .isGreaterThan(page.at("/items/2/id").stringValue());
    }

    private Reply keyed(String body) throws Exception {
        return send(post("/api/catalog/imports").header("Idempotency-Key", "import-1"), body, EDITOR);
    }

    private JsonNode take(String body) throws Exception {
        Reply reply = postAs(EDITOR, "/api/catalog/imports", body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    private static ObjectNode guide(String id) {
        return (ObjectNode) Json.mapper()
                .readTree(
                        "{\"schema\": \"gsi-1\", \"id\": \"" + id + "\", \"name\": \"测试事项\", \"department\": \"测试部门\","
                                + " \"scope\": \"local\", \"division\": {\"code\": \"110101\", \"name\": \"东城区\"},"
                                + " \"applicants\": [\"自然人\"], \"evidence\": {\"*\": \"known\"},"
                                + " \"source\": [{\"id\": \"K\", \"type\": \"known\", \"title\": \"test\"}]}");
    }
}
