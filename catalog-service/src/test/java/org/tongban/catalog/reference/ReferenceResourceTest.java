package org.tongban.catalog.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongban.catalog.CatalogTest;
import org.tongban.catalog.RealData;
import tools.jackson.databind.JsonNode;

class ReferenceResourceTest extends CatalogTest {

    @Test
    void theSameFileAgainChangesNothing() throws Exception {
        for (ReferenceFile file : List.of(
                ReferenceFile.DIVISIONS,
                ReferenceFile.DOCUMENT_KINDS,
                ReferenceFile.HALLS,
                ReferenceFile.BUNDLES,
                ReferenceFile.WORDING)) {
            Reply reply = putFile(file.path(), RealData.text(file.path()));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.json().at("/result").stringValue()).isEqualTo("unchanged");
        }
    }

    @Test
    void aFileThatCannotBeReadIsRefusedWholeAndNamesTheEntry() throws Exception {
        assertRefused(
                "divisions", "{\"divisions\": [{\"code\": \"11\", \"name\": \"x\", \"level\": 2}]}", "/divisions/0");
        assertRefused("halls", "{\"halls\": []}", "/halls");
        assertRefused("document-kinds", "{\"kinds\": [{\"key\": \"a\"}]}", "/lines");
        assertRefused(
                "document-kinds",
                "{\"kinds\": [{\"key\": \"a\"}], \"lines\": {\"x#1\": {\"all\": [[]]}}}",
                "/lines/x#1/all/0");
        assertRefused("bundles", "[]", "/bundles");
        assertThat(putFile("surprises", "{}").status()).isEqualTo(404);
        assertThat(read("/api/catalog/halls").json().at("/items")).hasSize(13);
    }

    @Test
    void aBundleThatWaitsForItselfIsRefused() throws Exception {
        assertRefused("bundles", """
                {"bundles": [{"key": "k", "name": "n", "items": [
                  {"matter": "甲", "item": ["a"], "after": ["乙"]},
                  {"matter": "乙", "item": ["b"], "after": ["甲"]}]}]}""", "/bundles/0");
    }

    @Test
    void divisionsComeInPages() throws Exception {
        JsonNode provinces = read("/api/catalog/divisions?limit=2").json();
        JsonNode next = read("/api/catalog/divisions?limit=2&cursor="
                        + provinces.at("/next").stringValue())
                .json();
        JsonNode children = read("/api/catalog/divisions?parent=511600").json();

        assertThat(provinces.at("/items").findValuesAsString("code")).containsExactly("110000", "110100");
        assertThat(next.at("/items").findValuesAsString("code")).containsExactly("110101", "110102");
        assertThat(children.at("/items").findValuesAsString("name")).contains("广安区");
        assertThat(children.at("/next").isNull()).isTrue();
    }

    @Test
    void bundlesHallsAndKindsAreShownAsTheyAre() throws Exception {
        assertThat(read("/api/catalog/bundles/open-restaurant")
                        .json()
                        .at("/name")
                        .stringValue())
                .isEqualTo("开办餐饮店");
        assertThat(read("/api/catalog/bundles/nothing").status()).isEqualTo(404);
        assertThat(read("/api/catalog/bundles").json().at("/items")).hasSize(7);
        assertThat(read("/api/catalog/halls?division=511602").json().at("/items"))
                .hasSize(1);
        assertThat(read("/api/catalog/document-kinds?limit=500").json().at("/items"))
                .hasSize(182);
    }

    @Test
    void limitsAndCursorsThatAreNoneAre400() throws Exception {
        assertThat(read("/api/catalog/bundles?limit=0").status()).isEqualTo(400);
        assertThat(read("/api/catalog/bundles?limit=501").status()).isEqualTo(400);
        assertThat(read("/api/catalog/bundles?limit=many").pointer()).isEqualTo("/limit");
        assertThat(read("/api/catalog/bundles?cursor=**").pointer()).isEqualTo("/cursor");
    }

    private void assertRefused(String file, String body, String pointer) throws Exception {
        Reply refused = putFile(file, body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointer()).isEqualTo(pointer);
    }

    private Reply putFile(String file, String body) throws Exception {
        return send(put("/api/catalog/reference/" + file), body, EDITOR);
    }
}
