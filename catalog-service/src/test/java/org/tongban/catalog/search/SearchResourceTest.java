package org.tongban.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongban.catalog.CatalogTest;
import org.tongban.catalog.item.Items;
import org.tongban.catalog.lint.SoundGuide;
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
    void aLifeEventFindsItsBundleAndSaysWhatItMeans() throws Exception {
        JsonNode found = read("/api/catalog/items?q=开饭店&division=511602").json();

        assertThat(found.at("/bundles/0/key").stringValue()).isEqualTo("open-restaurant");
        assertThat(found.at("/understoodAs/0").stringValue()).isEqualTo("食品经营许可（新办）");
        assertThat(found.at("/items/0/id").stringValue()).isEqualTo("mr-food-operation-new");
        assertThat(found.at("/near").isNull()).isTrue();
    }

    @Test
    void countsHaveNamesAndStandOnTheFirstPageOnly() throws Exception {
        JsonNode first = read("/api/catalog/items?division=371302&limit=5").json();
        JsonNode second = read("/api/catalog/items?division=371302&limit=5&cursor="
                        + first.at("/next").stringValue())
                .json();

        assertThat(first.at("/facets/division").findValuesAsString("label")).contains("全国", "临沂市");
        assertThat(first.at("/facets/department/0/count").intValue()).isPositive();
        assertThat(first.at("/facets/applicant").findValuesAsString("value")).contains("自然人");
        assertThat(first.at("/facets/caseType").findValuesAsString("value")).contains("即办件");
        assertThat(second.at("/facets")).isEmpty();
        assertThat(second.at("/items")).hasSize(5);
    }

    @Test
    void nothingFoundSaysWhatIsNear() throws Exception {
        JsonNode filtered = read("/api/catalog/items?q=普通护照&department=税务").json();
        JsonNode alike = read("/api/catalog/items?q=护照遗弃奥特曼变形金刚").json();
        JsonNode nonsense = read("/api/catalog/items?q=zzzz qqqq").json();

        assertThat(filtered.at("/items")).isEmpty();
        assertThat(filtered.at("/near/why").stringValue()).isEqualTo("OUTSIDE_THE_FILTERS");
        assertThat(filtered.at("/near/items/0/id").stringValue()).isEqualTo("ps-passport-first");
        assertThat(alike.at("/items")).isEmpty();
        assertThat(alike.at("/near/why").stringValue()).isEqualTo("ALIKE");
        assertThat(alike.at("/near/items/0/id").stringValue()).isEqualTo("ps-passport-first");
        assertThat(nonsense.at("/items")).isEmpty();
        assertThat(nonsense.at("/near/items")).isEmpty();
    }

    @Test
    void suggestionsComeAsOneTypes() throws Exception {
        assertThat(suggested("开饭")).contains("开饭店");
        assertThat(suggested("kaiban")).contains("开办餐饮店");
        assertThat(suggested("jh")).contains("结婚登记（内地居民）");
        assertThat(suggested("經營許")).anyMatch(text -> text.contains("经营许可"));
        assertThat(suggested("市场")).contains("市场监管");
        assertThat(suggested("、")).isEmpty();
        assertThat(read("/api/catalog/suggestions?q=开&limit=3").json().at("/items"))
                .hasSize(3);
        assertThat(read("/api/catalog/suggestions?q=变更姓氏&division=511602")
                        .json()
                        .at("/items"))
                .isEmpty();
        assertThat(read("/api/catalog/suggestions?q=开办餐饮店")
                        .json()
                        .at("/items/0/bundle")
                        .stringValue())
                .isEqualTo("open-restaurant");
    }

    @Test
    void whateverIsTypedIsHarmlessOrRefused() throws Exception {
        String longest = "经营许可证办理".repeat(29).substring(0, 200);
        for (String q : List.of(
                "name:* AND (",
                "\"",
                "\\",
                "*",
                "?:~^",
                "a".repeat(200),
                longest,
                "\u0000\u202e",
                "-",
                "🙂",
                "\ud800")) {
            for (String path : List.of("items", "suggestions", "power-list", "service-list", "legal-bases", "faqs")) {
                assertThat(perform(get("/api/catalog/" + path).param("q", q)).status())
                        .as(path + " " + q)
                        .isEqualTo(200);
            }
        }
        assertThat(read("/api/catalog/suggestions").status()).isEqualTo(400);
        assertThat(read("/api/catalog/suggestions?q=" + "长".repeat(201)).pointer())
                .isEqualTo("/q");
        assertThat(read("/api/catalog/suggestions?q=a&division=1").pointer()).isEqualTo("/division");
        assertThat(read("/api/catalog/items?kind=许可").pointer()).isEqualTo("/kind");
        assertThat(read("/api/catalog/items?cursor=MSB4&q=登记").pointer()).isEqualTo("/cursor");
        assertThat(read("/api/catalog/items?department=没有&caseType=没有").json().at("/items"))
                .isEmpty();
        assertThat(read("/api/catalog/items?q=").json().at("/items")).isNotEmpty();
    }

    private List<String> suggested(String q) throws Exception {
        return perform(get("/api/catalog/suggestions").param("q", q))
                .json()
                .at("/items")
                .findValuesAsString("text");
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

    @Test
    void whatAnInstanceWhoseClockIsMinutesSlowHasPublishedIsFoundALittleLater() throws Exception {
        TestClock fast = new TestClock(Instant.now().plusSeconds(540));
        try (ItemIndex index = new ItemIndex()) {
            IndexUpkeep upkeep = new IndexUpkeep(items, index, fast);
            upkeep.look();

            postAs(
                    EDITOR,
                    "/api/catalog/imports",
                    SoundGuide.guide().put("id", "slow-clock").toString());
            fast.tick(Duration.ofSeconds(2));
            upkeep.look();
            int atOnce = index.version("slow-clock");
            fast.tick(Duration.ofSeconds(28));
            upkeep.look();

            assertThat(atOnce).isZero();
            assertThat(index.version("slow-clock")).isEqualTo(1);
        }
    }
}
