package org.tongban.catalog.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongban.catalog.CatalogTest;
import org.tongban.platform.code.Sha256;
import org.tongban.platform.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A new list with other answers, and what it says otherwise. */
class RevisionTest extends CatalogTest {
    private static final String RESTAURANT = """
            {"bundle": "open-restaurant",
             "items": ["fs-public-gathering-check", "mr-food-operation-new", "mr-individual-establish"],
             "division": "511602", "applicant": "自然人",
             "answers": {"agent": "no", "vending": "no", "mode": "normal"}}""";

    @Autowired
    private IssuedLists lists;

    @Test
    void anotherAnswerGivesANewListThatSaysWhatChanged() throws Exception {
        JsonNode old = issue(RESTAURANT);

        Reply revised = revise(old, "{\"answers\": {\"agent\": \"yes\"}}");

        JsonNode list = revised.json();
        assertThat(revised.status()).isEqualTo(201);
        assertThat(revised.response().getHeader("Location"))
                .isEqualTo("/api/catalog/lists/" + list.at("/listNo").stringValue());
        assertThat(list.at("/listNo")).isNotEqualTo(old.at("/listNo"));
        assertThat(list.at("/revises")).isEqualTo(old.at("/listNo"));
        assertThat(list.at("/lines")).hasSize(11);
        JsonNode changes = list.at("/changes");
        assertThat(changes.at("/answers")).isEqualTo(json("[{'question': 'agent', 'before': 'no', 'now': 'yes'}]"));
        assertThat(changes.at("/lines/added")).isEqualTo(json("[{'no': 4, 'name': '授权委托书及受托人身份证明'}]"));
        assertThat(changes.at("/lines/removed")).isEmpty();
        assertThat(changes.at("/lines/changed")).isEmpty();
        assertThat(changes.at("/toBring")).isEqualTo(json("{'before': 9, 'now': 10}"));
        assertThat(changes.at("/items/changed")).isEmpty();
        assertThat(changes.at("/limits")).isEmpty();
        assertThat(changes.at("/fees").isNull()).isTrue();
    }

    @Test
    void theOldListStaysAsItIsAndTheNewOneIsSignedWhole() throws Exception {
        JsonNode old = issue(RESTAURANT);

        JsonNode list = revise(old, "{\"answers\": {\"mode\": \"commit\"}}").json();

        assertThat(read("/api/catalog/lists/" + old.at("/listNo").stringValue()).json())
                .isEqualTo(old);
        assertThat(list.at("/digest").stringValue())
                .isEqualTo("sha-256:"
                        + Sha256.hex(lists.get(list.at("/listNo").stringValue())
                                .body()
                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(list.at("/changes/lines/added").findValuesAsString("name"))
                .containsExactly("公众聚集场所投入使用、营业消防安全告知承诺书");
        assertThat(list.at("/changes/lines/removed").findValuesAsString("name")).containsExactly("消防安全检查申报表");
    }

    @Test
    void aChangedGuideIsInWhatChanged() throws Exception {
        postAs(EDITOR, "/api/catalog/imports", guide("revised", "离婚登记", 1));
        JsonNode old = issue("{\"items\": [\"revised\"], \"division\": \"511602\", \"applicant\": \"自然人\"}");
        postAs(EDITOR, "/api/catalog/imports", guide("revised", "离婚登记（新）", 2));

        JsonNode list = revise(old, "{\"answers\": {}}").json();

        assertThat(list.at("/changes/items/changed").findValuesAsString("field"))
                .containsExactly("name", "version");
        assertThat(list.at("/changes/lines/changed/0/field").stringValue()).isEqualTo("copies");
        assertThat(list.at("/changes/lines/changed/0/now").intValue()).isEqualTo(2);
    }

    @Test
    void theSameKeyGivesTheSameRevision() throws Exception {
        JsonNode old = issue(RESTAURANT);
        String path = "/api/catalog/lists/" + old.at("/listNo").stringValue() + "/revision";

        Reply first = perform(post(path)
                .header("Idempotency-Key", "0b1d6c1e-5f0a-4a53-8f57-0c2d3e4f5a6b")
                .contentType("application/json")
                .content("{\"answers\": {\"agent\": \"yes\"}}"));
        Reply second = perform(post(path)
                .header("Idempotency-Key", "0b1d6c1e-5f0a-4a53-8f57-0c2d3e4f5a6b")
                .contentType("application/json")
                .content("{\"answers\": {\"agent\": \"yes\"}}"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void whatCannotBeRevisedIsSaid() throws Exception {
        JsonNode old = issue(RESTAURANT);

        assertThat(revise(old, "{\"answers\": {\"agent\": \"maybe\"}}").pointer())
                .isEqualTo("/answers/agent");
        assertThat(revise(old, "{\"answers\": {\"surprise\": \"yes\"}}").status())
                .isEqualTo(422);
        assertThat(revise(old, "{}").pointer()).isEqualTo("/answers");
        assertThat(revise(old, "{\"answers\": {}, \"more\": 1}").status()).isEqualTo(400);
        assertThat(revise(old, "{\"answers\": {\"agent\": 1}}").status()).isEqualTo(400);
        assertThat(postAs(ANYBODY, "/api/catalog/lists/L-511602-20260101-00000000/revision", "{\"answers\": {}}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aNumberThatIsNoneIs404AndSmallLettersAreForgiven() throws Exception {
        String no = issue(RESTAURANT).at("/listNo").stringValue();

        assertThat(read("/api/catalog/lists/" + no.toLowerCase(Locale.ROOT)).status())
                .isEqualTo(200);
        assertThat(read("/api/catalog/lists/L-1").json().at("/detail").stringValue())
                .contains("不是清单编号");
        assertThat(read("/api/catalog/lists/L-1").status()).isEqualTo(404);
    }

    @Test
    void anExpiredListIsReadAndSaysSoOutsideOfWhatWasSigned() throws Exception {
        IssuedList list = lists.get(issue(RESTAURANT).at("/listNo").stringValue());

        JsonNode valid = Json.mapper().readTree(list.shown(list.issuedAt()));
        JsonNode expired = Json.mapper().readTree(list.shown(list.issuedAt().plusSeconds(92 * 86_400L)));

        assertThat(valid.has("expired")).isFalse();
        assertThat(expired.at("/expired").booleanValue()).isTrue();
        assertThat(expired.at("/digest")).isEqualTo(valid.at("/digest"));
        assertThat(list.body()).doesNotContain("expired");
    }

    private static JsonNode json(String singleQuoted) {
        return Json.mapper().readTree(singleQuoted.replace('\'', '"'));
    }

    private static String guide(String id, String name, int copies) {
        JsonNode guide = Json.mapper().readTree(SampleGuides.copy("ca-divorce", id, name));
        ((ObjectNode) guide.at("/materials/0")).put("copies", copies);
        return guide.toString();
    }

    private JsonNode issue(String body) throws Exception {
        return postAs(ANYBODY, "/api/catalog/lists", body).json();
    }

    private Reply revise(JsonNode list, String body) throws Exception {
        return postAs(ANYBODY, "/api/catalog/lists/" + list.at("/listNo").stringValue() + "/revision", body);
    }
}
