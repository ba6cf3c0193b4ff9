package org.tongban.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongban.catalog.CatalogTest;
import org.tongban.catalog.item.Items;
import org.tongban.platform.kit.TestClock;
import tools.jackson.databind.JsonNode;

class SearchResourceTest extends CatalogTest {
    @Autowired
    private Items items;

    @Test
    void itemsAreFoundWithTheBundleBesideThem() throws Exception {
        JsonNode found = read("/api/catalog/items?q=餐饮店&division=511602").json();

        assertThat(found.at("/bundles/0/key").stringValue()).isEqualTo("open-restaurant");
        assertThat(read("/api/catalog/items?q=食品经营许可&limit=1")
                        .json()
                        .at("/items/0/name")
                        .stringValue())
                .startsWith("食品经营许可");
    }

    @Test
    void pagesEnd() throws Exception {
        JsonNode first = read("/api/catalog/items?department=消防救援&limit=1").json();
        JsonNode second = read("/api/catalog/items?department=消防救援&limit=1&cursor="
                        + first.at("/next").stringValue())
                .json();

        assertThat(first.at("/items/0/id").stringValue()).isEqualTo("fs-public-gathering-check");
        assertThat(second.at("/items/0/id").stringValue()).isEqualTo("fs-public-gathering-check-quyang");
        assertThat(second.at("/next").isNull()).isTrue();
    }

    @Test
    void departmentsAreSpelledAsTheItemsSpellThem() throws Exception {
        assertThat(read("/api/catalog/departments").json().at("/items").findValuesAsString("name"))
                .contains("市场监管", "消防救援", "公安户政");
    }

    @Test
    void whatCannotBeReadIs400() throws Exception {
        assertThat(read("/api/catalog/items?division=5116").pointer()).isEqualTo("/division");
        assertThat(read("/api/catalog/items?applicant=外星人").pointer()).isEqualTo("/applicant");
        assertThat(read("/api/catalog/items?cursor=abc").pointer()).isEqualTo("/cursor");
        assertThat(read("/api/catalog/items?q=" + "长".repeat(201)).pointer()).isEqualTo("/q");
        assertThat(read("/api/catalog/items/no-such-item").status()).isEqualTo(404);
    }

    @Test
    void anotherInstanceFindsWhatTheStoreHolds() {
        try (ItemIndex index = new ItemIndex()) {
            IndexUpkeep upkeep = new IndexUpkeep(items, index, new TestClock());

            upkeep.look();
            upkeep.look();

            assertThat(index.search(new ItemQuery(ItemQuery.literally("结婚登记"), Filters.NONE, null, 2))
                            .items())
                    .extracting(ItemSummary::id)
                    .contains("ca-marriage");
            assertThat(index.departments()).containsKeys(List.of("民政", "税务").toArray(String[]::new));
        }
    }
}
