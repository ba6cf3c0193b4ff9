package org.tongban.catalog.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tongban.catalog.CatalogTest;
import tools.jackson.databind.JsonNode;

class RegisterResourceTest extends CatalogTest {

    @Test
    void powersAreListedByKindAndDepartment() throws Exception {
        JsonNode all = read("/api/catalog/power-list?limit=500").json();
        JsonNode licences = read("/api/catalog/power-list?kind=01&department=市场监管&limit=500")
                .json();

        assertThat(all.at("/facets/kind").findValuesAsString("value"))
                .contains("01", "07")
                .doesNotContain("20");
        assertThat(licences.at("/items")).isNotEmpty();
        licences.at("/items").forEach(item -> {
            assertThat(item.at("/kind/code").stringValue()).isEqualTo("01");
            assertThat(item.at("/department").stringValue()).isEqualTo("市场监管");
        });
        assertThat(read("/api/catalog/power-list?q=结婚登记")
                        .json()
                        .at("/items/0/id")
                        .stringValue())
                .isEqualTo("ca-marriage");
        assertThat(read("/api/catalog/power-list?kind=20").json().at("/items")).isEmpty();
    }

    @Test
    void servicesAreListedByDepartment() throws Exception {
        JsonNode services = read("/api/catalog/service-list?department=税务").json();

        assertThat(services.at("/items").findValuesAsString("id"))
                .containsExactlyInAnyOrder("tx-invoice-agency", "tx-invoice-first");
        assertThat(services.at("/next").isNull()).isTrue();
    }

    @Test
    void theIndexOfLegalBasesSaysWhichItemsRestOnAnArticle() throws Exception {
        JsonNode laws = read("/api/catalog/legal-bases?q=中华人民共和国食品安全").json();
        JsonNode articles =
                read("/api/catalog/legal-bases/articles?law=《中华人民共和国食品安全法》").json();
        JsonNode items =
                read("/api/catalog/legal-bases/items?law=食品安全法&article=第三十五条").json();

        assertThat(laws.at("/items").findValuesAsString("law")).contains("食品安全法", "食品安全法实施条例");
        assertThat(articles.at("/items/0/article").intValue()).isEqualTo(35);
        assertThat(items.at("/items").findValuesAsString("id")).contains("mr-food-operation-new");
        assertThat(read("/api/catalog/legal-bases/items?law=没有这部法").json().at("/items"))
                .isEmpty();
    }

    @Test
    void anArticleThatHasNoNumberIsRefused() throws Exception {
        assertThat(read("/api/catalog/legal-bases/items?law=食品安全法&article=全部").pointer())
                .isEqualTo("/article");
        assertThat(read("/api/catalog/legal-bases/items?article=8").status()).isEqualTo(400);
        assertThat(read("/api/catalog/legal-bases?limit=0").pointer()).isEqualTo("/limit");
    }

    @Test
    void pagesOfLawsFollowEachOther() throws Exception {
        JsonNode first = read("/api/catalog/legal-bases?limit=1").json();
        JsonNode second = read("/api/catalog/legal-bases?limit=1&cursor="
                        + first.at("/next").stringValue())
                .json();

        assertThat(second.at("/items/0/law").stringValue())
                .isNotEqualTo(first.at("/items/0/law").stringValue());
    }
}
