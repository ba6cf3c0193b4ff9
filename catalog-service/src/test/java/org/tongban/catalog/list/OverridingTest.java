package org.tongban.catalog.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tongban.catalog.CatalogTest;
import org.tongban.catalog.RealData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A division's own guide wins over its parent's, and the list says whose it is. */
class OverridingTest extends CatalogTest {

    @Test
    void theDivisionsOwnGuideAnswersForTheNationalOne() throws Exception {
        JsonNode there =
                list("130634", "[\"fs-public-gathering-check\"]", "normal").json();
        JsonNode elsewhere =
                list("511602", "[\"fs-public-gathering-check\"]", "normal").json();

        assertThat(there.at("/items/0/item").asString()).isEqualTo("fs-public-gathering-check-quyang");
        assertThat(there.at("/items/0/place/code").asString()).isEqualTo("130634");
        assertThat(there.at("/items/0/limits/promised/n").intValue()).isEqualTo(13);
        assertThat(there.at("/lines/0/for/0/item").asString()).isEqualTo("fs-public-gathering-check-quyang");
        assertThat(elsewhere.at("/items/0/item").asString()).isEqualTo("fs-public-gathering-check");
        assertThat(elsewhere.at("/items/0/place").isNull()).isTrue();
    }

    @Test
    void aBundleTakesItToo() throws Exception {
        String wish = """
                {"bundle": "open-restaurant", "division": "130634", "applicant": "自然人", "answers": {},
                 "items": ["mr-individual-establish", "mr-food-operation-new", "fs-public-gathering-check"]}""";

        JsonNode inquiry = postAs(ANYBODY, "/api/catalog/inquiries", wish).json();

        assertThat(inquiry.at("/questions").toString()).contains("fs-public-gathering-check-quyang");
    }

    @Test
    void aBundleTakesTheLocalIdInItsPlaceAndOrder() throws Exception {
        String wish = """
                {"bundle": "open-restaurant", "division": "130634", "applicant": "自然人", "answers": %s,
                 "items": ["mr-individual-establish", "%s"]}""";
        String answers = "{\"agent\": \"no\", \"mode\": \"normal\"}";

        JsonNode local = postAs(
                        ANYBODY, "/api/catalog/inquiries", wish.formatted(answers, "fs-public-gathering-check-quyang"))
                .json();
        JsonNode national = postAs(
                        ANYBODY, "/api/catalog/inquiries", wish.formatted(answers, "fs-public-gathering-check"))
                .json();
        Reply both = postAs(
                ANYBODY,
                "/api/catalog/inquiries",
                wish.formatted(answers, "fs-public-gathering-check\", \"fs-public-gathering-check-quyang"));

        assertThat(local.at("/lines")).isNotEmpty();
        assertThat(local).isEqualTo(national);
        assertThat(both.status()).isEqualTo(422);
        assertThat(both.pointer()).isEqualTo("/items/2");
    }

    @Test
    void aPlacesOwnGuideIssuesWhatTheOneIssuesWhosePlaceItTakes() throws Exception {
        ObjectNode own = (ObjectNode) Objects.requireNonNull(RealData.gsi().get("mr-individual-establish"))
                .deepCopy();
        own.put("id", "mr-individual-establish-here")
                .put("overrides", "mr-individual-establish")
                .put("scope", "local");
        own.putObject("division").put("code", "469021").put("name", "定安县");
        Reply imported = postAs(EDITOR, "/api/catalog/imports", own.toString());

        JsonNode list = postAs(ANYBODY, "/api/catalog/inquiries", """
                {"bundle": "open-restaurant", "division": "469021", "applicant": "自然人",
                 "items": ["mr-individual-establish-here", "mr-food-operation-new"],
                 "answers": {"agent": "no", "vending": "no"}}""").json();

        assertThat(imported.json().at("/items/0/result").stringValue())
                .as(imported.body())
                .isEqualTo("created");
        assertThat(list.at("/lines").findValuesAsString("satisfiedBy"))
                .as(list.toString())
                .contains("mr-individual-establish-here");
    }

    @Test
    void whatIsElsewhereIsStillRefused() throws Exception {
        Reply refused = list("511602", "[\"fs-public-gathering-check-quyang\"]", "normal");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointer()).isEqualTo("/items/0");
    }

    @Test
    void theSameGuideIsNotTakenTwiceUnderTwoNames() throws Exception {
        Reply refused =
                list("130634", "[\"fs-public-gathering-check\", \"fs-public-gathering-check-quyang\"]", "normal");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointer()).isEqualTo("/items/1");
    }

    @Test
    void theLimitsOfTheListAreThoseOfTheAnswers() throws Exception {
        JsonNode committed =
                list("511602", "[\"fs-public-gathering-check\"]", "commit").json();

        assertThat(committed.at("/items/0/limits/statutory/unit").asString()).isEqualTo("当场");
        assertThat(committed.at("/items/0/limits/statutory/n").intValue()).isZero();
    }

    private Reply list(String division, String items, String mode) throws Exception {
        return postAs(
                ANYBODY,
                "/api/catalog/lists",
                "{\"items\": " + items + ", \"division\": \"" + division
                        + "\", \"applicant\": \"自然人\", \"answers\": {\"mode\": \"" + mode + "\"}}");
    }
}
