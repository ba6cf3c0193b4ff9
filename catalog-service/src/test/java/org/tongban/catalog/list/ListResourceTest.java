package org.tongban.catalog.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongban.catalog.CatalogTest;
import org.tongban.platform.code.Sha256;
import tools.jackson.databind.JsonNode;

class ListResourceTest extends CatalogTest {
    private static final String WISH = """
            {"bundle": "open-restaurant",
             "items": ["mr-individual-establish", "mr-food-operation-new", "fs-public-gathering-check"],
             "division": "511602", "applicant": "自然人", "answers": %s}""";
    private static final String KEY = "3d0c7c52-5b7e-4f3d-8a54-1e6f0c9b2a11";
    private static final String ANSWERED = WISH.formatted("{\"agent\":\"no\",\"vending\":\"no\",\"mode\":\"normal\"}");

    @Test
    void theInquiryOfTheContractAsksWhatIsOpen() throws Exception {
        JsonNode inquiry = inquire(WISH.formatted("{\"agent\": \"no\", \"mode\": \"normal\"}"))
                .json();

        assertThat(inquiry.at("/complete").booleanValue()).isFalse();
        assertThat(inquiry.at("/questions")).hasSize(1);
        assertThat(inquiry.at("/questions/0").toString())
                .isEqualTo("{\"key\":\"vending\",\"ask\":\"是否利用自动设备从事食品销售\",\"multi\":false,"
                        + "\"options\":[{\"value\":\"yes\",\"label\":\"是\"},{\"value\":\"no\",\"label\":\"否\"}],"
                        + "\"askedBy\":[\"mr-food-operation-new\"]}");
        assertThat(inquiry.at("/lines")).hasSize(10).noneMatch(line -> line.has("no"));
        assertThat(inquire(ANSWERED).json().at("/complete").booleanValue()).isTrue();
    }

    @Test
    void aListIsIssuedSignedAndFoundAgain() throws Exception {
        Reply issued = issue(ANSWERED);

        assertThat(issued.status()).isEqualTo(201);
        JsonNode list = issued.json();
        String no = list.at("/listNo").stringValue();
        assertThat(no).matches("L-511602-\\d{8}-[0-9A-HJKMNP-TV-Z]{12}");
        assertThat(issued.response().getHeader("Location")).isEqualTo("/api/catalog/lists/" + no);
        assertThat(list.at("/lines")).hasSize(10);
        assertThat(list.at("/toBring").intValue()).isEqualTo(9);
        assertThat(list.at("/division/name").stringValue()).isEqualTo("广安区");
        assertThat(read("/api/catalog/lists/" + no).json()).isEqualTo(list);

        Reply signed = read("/api/catalog/lists/" + no + ".jws");
        assertThat(signed.response().getContentType()).isEqualTo("application/jose");
        JWSObject jws = JWSObject.parse(signed.body());
        RSAKey key = (RSAKey) JWKSet.parse(read("/api/catalog/keys").body())
                .getKeyByKeyId(list.at("/kid").stringValue());
        assertThat(jws.verify(new RSASSAVerifier(key))).isTrue();
        assertThat(list.at("/digest").stringValue())
                .isEqualTo("sha-256:" + Sha256.hex(jws.getPayload().toBytes()));
    }

    @Test
    void theListIsToldOnce() throws Exception {
        String no = issue(ANSWERED).json().at("/listNo").stringValue();

        await().until(() -> !told(no).isEmpty());

        assertThat(told(no)).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("tongban.catalog");
            assertThat(new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                    .isEqualTo("catalog.list-issued.v1");
        });
    }

    @Test
    void theSameKeyGivesTheSameListAndAnotherBodyIsRefused() throws Exception {
        Reply first = perform(keyed(KEY, ANSWERED));
        Reply second = perform(keyed(KEY, ANSWERED));
        Reply other = perform(keyed(KEY, ANSWERED.replace("normal", "commit")));

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(issue(ANSWERED).body()).isNotEqualTo(first.body());
    }

    @Test
    void openQuestionsRefuseTheListAndAreNamed() throws Exception {
        Reply refused = issue(WISH.formatted("{\"agent\": \"no\"}"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors").findValuesAsString("pointer"))
                .containsExactly("/answers/vending", "/answers/mode");
    }

    @Test
    void answersToNoQuestionOrOutsideItsOptionsAreNamed() throws Exception {
        Reply refused = inquire(WISH.formatted("{\"agent\": \"maybe\", \"a/b\": \"x\", \"mode\": [\"normal\"]}"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.response().getContentType()).isEqualTo("application/problem+json");
        assertThat(refused.json().at("/errors").findValuesAsString("pointer"))
                .containsExactly("/answers/agent", "/answers/a~1b", "/answers/mode");
    }

    @Test
    void whatCannotBeReadIs400() throws Exception {
        assertRefused(400, "", "{");
        assertRefused(400, "", "[]");
        assertRefused(400, "", "");
        assertRefused(400, "/surprise", WISH.formatted("{}").replace("\"answers\"", "\"surprise\": 1, \"answers\""));
        assertRefused(400, "/applicant", WISH.formatted("{}").replace("自然人", "外星人"));
        assertRefused(400, "/answers/agent", WISH.formatted("{\"agent\": 5}"));
        assertRefused(400, "/answers/agent", WISH.formatted("{\"agent\": null}"));
        assertRefused(400, "/answers", WISH.formatted("[]"));
        assertRefused(
                400, "/items", WISH.formatted("{}").replace("[\"mr", "\"mr").replace("check\"]", "check\""));
        assertRefused(400, "/division", WISH.formatted("{}").replace("\"511602\"", "511602"));
    }

    @Test
    void whatIsUnderstoodButNotAllowedIs422() throws Exception {
        assertRefused(422, "/division", WISH.formatted("{}").replace("511602", "999999"));
        assertRefused(422, "/bundle", WISH.formatted("{}").replace("open-restaurant", "open-sesame"));
        assertRefused(422, "/items/2", WISH.formatted("{}").replace("fs-public-gathering-check", "ca-marriage"));
        assertRefused(422, "/division", "{\"items\": [\"ca-marriage\"], \"applicant\": \"自然人\", \"answers\": {}}");
        assertRefused(422, "/applicant", "{\"items\": [\"ca-marriage\"], \"division\": \"511602\"}");
    }

    @Test
    void refusalsSpeakTheCallersLanguage() throws Exception {
        Reply english = perform(post("/api/catalog/lists")
                .header("Accept-Language", "en")
                .contentType("application/json")
                .content(WISH.formatted("{}").replace("open-restaurant", "x")));
        Reply chinese = issue(WISH.formatted("{}").replace("open-restaurant", "x"));

        assertThat(english.json().at("/detail").stringValue()).isEqualTo("There is no bundle \"x\".");
        assertThat(chinese.json().at("/detail").stringValue()).isEqualTo("没有“x”这个一件事。");
    }

    @Test
    void anUnknownListIs404() throws Exception {
        assertThat(read("/api/catalog/lists/L-511602-20260101-00000000").status())
                .isEqualTo(404);
        assertThat(read("/api/catalog/lists/L-511602-20260101-00000000.jws").status())
                .isEqualTo(404);
    }

    @Test
    void aHugeBodyAndAnotherMediaTypeAreRefused() throws Exception {
        String huge = WISH.formatted("{\"agent\": \"" + "x".repeat(1 << 20) + "\"}");

        assertThat(issue(huge).status()).isEqualTo(413);
        assertThat(perform(post("/api/catalog/lists").contentType("text/plain").content(ANSWERED))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void aListStaysAsItWasWhenItsItemChanges() throws Exception {
        String body = "{\"items\": [\"list-changing\"], \"division\": \"511602\", \"applicant\": \"自然人\"}";
        postAs(EDITOR, "/api/catalog/imports", SampleGuides.copy("ca-divorce", "list-changing", "离婚登记"));
        JsonNode before = issue(body).json();

        postAs(EDITOR, "/api/catalog/imports", SampleGuides.copy("ca-divorce", "list-changing", "离婚登记（新）"));
        JsonNode after = issue(body).json();

        assertThat(read("/api/catalog/lists/" + before.at("/listNo").stringValue())
                        .json())
                .isEqualTo(before);
        assertThat(before.at("/items/0/version").intValue()).isEqualTo(1);
        assertThat(after.at("/items/0/version").intValue()).isEqualTo(2);
        assertThat(after.at("/items/0/name").stringValue()).isEqualTo("离婚登记（新）");
    }

    private void assertRefused(int status, String pointer, String body) throws Exception {
        Reply refused = inquire(body);
        assertThat(refused.status()).as(body).isEqualTo(status);
        assertThat(refused.pointer()).isEqualTo(pointer);
    }

    private Reply inquire(String body) throws Exception {
        return postAs(ANYBODY, "/api/catalog/inquiries", body);
    }

    private Reply issue(String body) throws Exception {
        return postAs(ANYBODY, "/api/catalog/lists", body);
    }

    private static MockHttpServletRequestBuilder keyed(String key, String body) {
        return post("/api/catalog/lists")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .content(body);
    }
}
