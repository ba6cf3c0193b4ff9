package org.tongban.catalog.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongban.catalog.CatalogTest;
import org.tongban.catalog.RealData;
import org.tongban.catalog.lint.SoundGuide;
import org.tongban.platform.json.CanonicalJson;
import org.tongban.platform.json.Json;
import tools.jackson.databind.JsonNode;

class ExportResourceTest extends CatalogTest {

    @Test
    void everyRealGuideComesOutByteForByteAsItWentIn() throws Exception {
        for (Map.Entry<String, JsonNode> guide : RealData.gsi().entrySet()) {
            Reply out = read("/api/catalog/items/" + guide.getKey() + ".gsi.json");

            assertThat(out.response().getContentType()).startsWith("application/json");
            assertThat(out.response().getContentAsByteArray())
                    .as(guide.getKey())
                    .isEqualTo(CanonicalJson.bytes(guide.getValue()));
        }
    }

    @Test
    void theWholeCatalogueComesOutALineEachAndGoesInAgain() throws Exception {
        String out = read("/api/catalog/export.ndjson").body();
        List<String> ids = ids(out);

        assertThat(ids).isSorted().containsAll(RealData.ids());
        String some = String.join("\n", out.lines().limit(100).toList());
        Reply again = perform(post("/api/catalog/imports")
                .contentType("application/x-ndjson")
                .content(some)
                .with(EDITOR));
        assertThat(again.body()
                        .lines()
                        .limit(100)
                        .map(line -> Json.mapper().readTree(line).at("/result").stringValue()))
                .containsOnly("unchanged");
    }

    @Test
    void itCanBeTakenInPieces() throws Exception {
        List<String> all = ids(read("/api/catalog/export.ndjson").body());
        List<String> pieces = new ArrayList<>();
        String after = "";
        while (pieces.size() < all.size()) {
            List<String> piece = ids(
                    read("/api/catalog/export.ndjson?limit=50&after=" + after).body());
            pieces.addAll(piece);
            after = piece.get(piece.size() - 1);
        }

        assertThat(pieces).isEqualTo(all);
        assertThat(read("/api/catalog/export.ndjson?limit=0").pointer()).isEqualTo("/limit");
        assertThat(read("/api/catalog/export.ndjson?form=xml").pointer()).isEqualTo("/form");
    }

    @Test
    void aWithdrawnItemIsNotHandedOutWithTheOthers() throws Exception {
        String id = "export-withdrawn";
        postAs(EDITOR, "/api/catalog/imports", SoundGuide.guide().put("id", id).toString());
        assertThat(ids(read("/api/catalog/export.ndjson").body())).contains(id);

        postAs(EDITOR, "/api/catalog/items/" + id + "/withdrawal", "{\"reason\": \"取消\", \"notice\": \"无需办理\"}");

        assertThat(ids(read("/api/catalog/export.ndjson").body())).doesNotContain(id);
        JsonNode service = read("/api/catalog/items/" + id + ".jsonld").json();
        assertThat(service.at("/adms:status/@id").stringValue()).isEqualTo("http://purl.org/adms/status/Withdrawn");
        assertThat(service.at("/skos:changeNote/@value").stringValue()).contains("无需办理");
    }

    @Test
    void everyRealGuideIsAPublicService() throws Exception {
        for (String line :
                read("/api/catalog/export.ndjson?form=cpsv-ap").body().lines().toList()) {
            JsonNode service = Json.mapper().readTree(line);
            String id = service.at("/dct:identifier").stringValue();

            assertThat(service.at("/@type").stringValue()).isEqualTo("cpsv:PublicService");
            assertThat(service.at("/@id").stringValue()).endsWith("/api/catalog/items/" + id);
            assertThat(service.at("/dct:title/@language").stringValue()).isEqualTo("zh");
            assertThat(service.at("/dct:title/@value").stringValue()).isNotBlank();
            assertThat(service.at("/dct:description/@value").stringValue()).isNotBlank();
            JsonNode authority = service.at("/cv:hasCompetentAuthority/0");
            assertThat(authority.at("/skos:prefLabel/@value").stringValue()).isNotBlank();
            assertThat(authority.at("/dct:spatial")).isNotEmpty();
            assertThat(service.at("/dct:spatial/0/@type").stringValue()).isEqualTo("dct:Location");
            assertThat(service.at("/dct:language/@type").stringValue()).isEqualTo("dct:LinguisticSystem");
            assertThat(service.at("/adms:status/@type").asString("skos:Concept"))
                    .as("of a suspended item there is none")
                    .isEqualTo("skos:Concept");
            assertThat(service.at("/cv:isGroupedBy"))
                    .allSatisfy(
                            event -> assertThat(event.at("/dct:title/@value").stringValue())
                                    .isNotBlank());
            assertNamesAreDeclared(service, service.at("/@context"));
        }
    }

    @Test
    void aPublicServiceSaysWhatTheGuideSays() throws Exception {
        Reply reply = read("/api/catalog/items/mr-food-operation-new.jsonld");
        JsonNode service = reply.json();

        assertThat(reply.response().getContentType()).startsWith("application/ld+json");
        assertThat(service.at("/dct:title/@value").stringValue()).isEqualTo("食品经营许可（新办）");
        assertThat(service.at("/cv:hasLegalResource")).hasSize(3);
        assertThat(service.at("/cv:hasLegalResource/0/dct:title/@value").stringValue())
                .isEqualTo("中华人民共和国食品安全法第三十五条");
        assertThat(service.at("/cpsv:hasInput")).hasSize(6);
        assertThat(service.at("/cpsv:hasInput/1/dct:title/@value").stringValue())
                .isEqualTo("营业执照或者其他主体资格证明文件");
        assertThat(service.at("/cpsv:produces/0/dct:title/@value").stringValue())
                .isEqualTo("食品经营许可证");
        assertThat(service.at("/cv:hasCost/0/cv:hasValue/@value").stringValue()).isEqualTo("0.00");
        assertThat(service.at("/cv:isClassifiedBy/0/skos:notation").stringValue())
                .isEqualTo("01");
        assertThat(service.at("/cv:isGroupedBy/0/dct:identifier").stringValue()).isEqualTo("open-restaurant");
        assertThat(service.at("/cv:isGroupedBy/0/dct:title/@value").stringValue())
                .isEqualTo("开办餐饮店");
        assertThat(service.has("cv:processingTime"))
                .as("working days are no duration")
                .isFalse();
        assertThat(service.at("/dct:description/@value").stringValue()).contains("10工作日");
        assertThat(read("/api/catalog/items/mr-individual-establish.jsonld")
                        .json()
                        .at("/cv:processingTime/@value")
                        .stringValue())
                .isEqualTo("PT0S");
        assertThat(read("/api/catalog/items/no-such.jsonld").status()).isEqualTo(404);
        assertThat(read("/api/catalog/items/no-such.gsi.json").status()).isEqualTo(404);
    }

    private static List<String> ids(String lines) {
        return lines.lines()
                .map(line -> Json.mapper().readTree(line).at("/id").stringValue())
                .toList();
    }

    private static void assertNamesAreDeclared(JsonNode node, JsonNode context) {
        node.properties().forEach(each -> {
            if (each.getKey().equals("@context")) {
                return;
            }
            if (!each.getKey().startsWith("@")) {
                assertThat(context.propertyNames()).contains(prefix(each.getKey()));
            }
            if (each.getKey().equals("@type")) {
                assertThat(context.propertyNames())
                        .contains(prefix(each.getValue().stringValue()));
            }
            assertNamesAreDeclared(each.getValue(), context);
        });
        if (node.isArray()) {
            node.forEach(each -> assertNamesAreDeclared(each, context));
        }
    }

    private static String prefix(String name) {
        return name.substring(0, name.indexOf(':'));
    }
}
