package org.tongban.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongban.catalog.RealData;
import org.tongban.catalog.bundle.Bundle;
import org.tongban.catalog.item.Halt;
import org.tongban.catalog.item.NamedCode;
import org.tongban.catalog.item.PublishedItem;
import org.tongban.catalog.item.Standing;
import org.tongban.catalog.reference.RealReference;
import org.tongban.catalog.wording.Phrasebook;
import org.tongban.catalog.wording.Understanding;

/** The index over the real items. */
class ItemIndexTest {
    private static final Map<String, PublishedItem> ITEMS = RealData.items();
    private static final ItemIndex INDEX = new ItemIndex();

    @BeforeAll
    static void fill() {
        INDEX.put(ITEMS.values());
    }

    @AfterAll
    static void close() {
        INDEX.close();
    }

    @Test
    void everyItemIsTheFirstOrSecondHitOfItsName() {
        assertThat(ITEMS).hasSize(127);
        assertThat(ITEMS.values())
                .allSatisfy(item -> assertThat(ids(text(item.item().name(), 2)))
                        .as(item.item().name())
                        .contains(item.id()));
    }

    @Test
    void aNameWeighsMoreThanADepartmentAndThatMoreThanAMaterial() {
        assertThat(ids(text("食品经营许可", 3)).get(0)).startsWith("mr-food-operation-new");
        assertThat(text("税务", 3).items()).allMatch(item -> item.department().equals("税务"));
        assertThat(ids(text("验资机构", 5))).contains("mr-company-establish");
    }

    @Test
    void aDivisionSeesItsOwnItemsThoseAboveAndTheNationalOnes() {
        List<String> lanshan = ids(INDEX.search(listing(Filters.NONE.in("371302"), 200)));
        List<String> guangan = ids(INDEX.search(listing(Filters.NONE.in("511602"), 200)));

        assertThat(lanshan).contains("ps-hk-change-name", "ca-marriage").doesNotContain("mr-small-catering-xincheng");
        assertThat(guangan).hasSize(63).doesNotContain("ps-hk-change-name");
    }

    @Test
    void departmentAndApplicantNarrow() {
        assertThat(INDEX.search(listing(Filters.NONE.of("消防救援"), 10)).items())
                .extracting(ItemSummary::id)
                .containsExactly("fs-public-gathering-check", "fs-public-gathering-check-quyang");
        assertThat(INDEX.search(new ItemQuery(ItemQuery.literally("登记"), Filters.NONE.servedTo("事业法人"), null, 50))
                        .items())
                .isNotEmpty()
                .allMatch(item -> item.applicants().contains("事业法人"));
    }

    @Test
    void nonsenseFindsNothing() {
        assertThat(text("zzzz qqqq", 10).items()).isEmpty();
        assertThat(text("、。（）", 10).items()).isEmpty();
    }

    @Test
    void anOlderVersionDoesNotComeBack() {
        try (ItemIndex index = new ItemIndex()) {
            PublishedItem item = Objects.requireNonNull(ITEMS.get("ca-marriage"));
            index.put(List.of(new PublishedItem(item.item(), 2)));
            index.put(List.of(item));

            assertThat(index.version("ca-marriage")).isEqualTo(2);
            assertThat(index.departments()).containsExactly(Map.entry("民政", 1));
        }
    }

    @Test
    void theBundleStandsBesideTheItemsWhenItFits() {
        assertThat(bundles("开办餐饮店")).startsWith("open-restaurant");
        assertThat(bundles("护照")).isEmpty();
        assertThat(BundleFinder.find(RealReference.get().bundles(), Understanding.NOTHING))
                .isEmpty();
    }

    @Test
    void pinyinInitialsAndOneTypoFindANameAndShowWhere() {
        ItemSummary hit = text("jiehun", 1).items().get(0);

        assertThat(hit.id()).isEqualTo("ca-marriage");
        assertThat(hit.highlights()).singleElement().satisfies(name -> {
            assertThat(name.field()).isEqualTo("name");
            assertThat(name.spans()).containsExactly(new Highlight.Span(0, 2));
        });
        assertThat(ids(text("spjyxkz", 1))).containsExactly("mr-food-operation-new");
        assertThat(ids(text("shipinjinyingxuke", 3))).contains("mr-food-operation-new");
        assertThat(ids(text("结昏登记", 1))).containsExactly("ca-marriage");
    }

    @Test
    void whatWasFoundIsMarkedInTheNameOrElseInTheMaterials() {
        assertThat(text("食品经营", 1).items().get(0).highlights().get(0).spans())
                .containsExactly(new Highlight.Span(0, 4));
        assertThat(text("验资机构", 5).items())
                .filteredOn(item -> item.id().equals("mr-company-establish"))
                .singleElement()
                .satisfies(item -> assertThat(item.highlights())
                        .allMatch(mark -> mark.field().equals("materials")));
    }

    @Test
    void aCountLeavesItsOwnFilterOut() {
        Hits hits = INDEX.search(listing(Filters.NONE.of("消防救援").decidedAs(null), 5));

        assertThat(count(hits, Facet.DEPARTMENT)).hasSizeGreaterThan(10).contains(new Facet.Count("消防救援", 2));
        assertThat(count(hits, Facet.DIVISION))
                .containsExactlyInAnyOrder(new Facet.Count("130634", 1), new Facet.Count(ItemDocument.EVERYWHERE, 1));
        assertThat(count(INDEX.search(listing(Filters.NONE, 5)), Facet.CASE_TYPE))
                .extracting(Facet.Count::value)
                .contains("即办件", "承诺件");
    }

    @Test
    void theGuideOfTheDivisionItselfStandsBeforeTheNationalOne() {
        String name = Objects.requireNonNull(ITEMS.get("fs-public-gathering-check"))
                .item()
                .name();

        assertThat(ids(INDEX.search(new ItemQuery(ItemQuery.literally(name), Filters.NONE.in("130634"), null, 2))))
                .containsExactly("fs-public-gathering-check-quyang", "fs-public-gathering-check");
        assertThat(ids(text(name, 2))).startsWith("fs-public-gathering-check");
    }

    @Test
    void powersAndServicesAreTheTwoKinds() {
        List<ItemSummary> powers = INDEX.search(listing(Filters.NONE.within(Filters.Part.POWERS), 200))
                .items();
        List<ItemSummary> services = INDEX.search(listing(Filters.NONE.within(Filters.Part.SERVICES), 200))
                .items();

        assertThat(powers).isNotEmpty().allMatch(item -> !"20".equals(kind(item)));
        assertThat(services).isNotEmpty().allMatch(item -> "20".equals(kind(item)));
        assertThat(powers.size() + services.size()).isEqualTo((int) ITEMS.values().stream()
                .filter(item -> item.item().kind() != null)
                .count());
    }

    @Test
    void itemsAreFoundByTheArticleTheyRestOnAlsoInsideARange() {
        assertThat(INDEX.bases(Filters.NONE)).containsEntry("户口登记条例", 48);
        assertThat(INDEX.bases(Filters.NONE.restingOn("中华人民共和国食品安全法", null))).containsKey("35");
        assertThat(ids(INDEX.search(listing(Filters.NONE.restingOn("《民法典》", "第一千零四十七条"), 10))))
                .containsExactly("ca-marriage");
    }

    @Test
    void searchesGoOnWhileTheIndexIsMadeAnewAndWhatIsPutMeanwhileIsKept() {
        try (ItemIndex index = new ItemIndex()) {
            PublishedItem marriage = Objects.requireNonNull(ITEMS.get("ca-marriage"));
            PublishedItem divorce = Objects.requireNonNull(ITEMS.get("ca-divorce"));
            index.put(List.of(marriage));

            index.rebuild(() -> List.<Collection<PublishedItem>>of(List.of(marriage), List.of(divorce)).stream()
                    .peek(part -> {
                        assertThat(index.version("ca-marriage")).isEqualTo(1);
                        assertThat(index.version("ca-divorce")).isZero();
                        index.put(List.of(new PublishedItem(
                                Objects.requireNonNull(ITEMS.get("ca-adoption")).item(), 7)));
                    })
                    .iterator());

            assertThat(index.version("ca-divorce")).isEqualTo(1);
            assertThat(index.version("ca-adoption")).isEqualTo(7);
            assertThat(ids(index.search(listing(Filters.NONE, 10))))
                    .containsExactly("ca-adoption", "ca-divorce", "ca-marriage");
        }
    }

    @Test
    void aSuspendedItemIsFoundWhereItWasAndSaysSoUntilItIsResumed() {
        try (ItemIndex index = new ItemIndex()) {
            index.put(ITEMS.values());
            Hits before = index.search(new ItemQuery(ItemQuery.literally("登记"), Filters.NONE, null, 50));

            index.put(List.of(suspended("ca-marriage")));
            Hits meanwhile = index.search(new ItemQuery(ItemQuery.literally("登记"), Filters.NONE, null, 50));
            index.put(List.of(Objects.requireNonNull(ITEMS.get("ca-marriage"))));
            Hits after = index.search(new ItemQuery(ItemQuery.literally("登记"), Filters.NONE, null, 50));

            assertThat(ids(before)).contains("ca-marriage").isEqualTo(ids(meanwhile));
            assertThat(meanwhile.items())
                    .filteredOn(item -> item.suspended() != null)
                    .singleElement()
                    .satisfies(item -> {
                        assertThat(item.id()).isEqualTo("ca-marriage");
                        assertThat(item.suspended()).isEqualTo(new Suspension("系统改造", "请到市级窗口办理", Instant.EPOCH));
                    });
            assertThat(after.items()).allMatch(item -> item.suspended() == null);
        }
    }

    @Test
    void whatIsSuspendedOrWithdrawnWhileTheIndexIsMadeAnewStaysSo() {
        try (ItemIndex index = new ItemIndex()) {
            PublishedItem marriage = Objects.requireNonNull(ITEMS.get("ca-marriage"));
            PublishedItem divorce = Objects.requireNonNull(ITEMS.get("ca-divorce"));
            index.put(List.of(marriage, divorce));

            index.rebuild(() -> List.<Collection<PublishedItem>>of(List.of(marriage, divorce)).stream()
                    .peek(readBefore ->
                            index.put(List.of(suspended("ca-marriage"), halted("ca-divorce", Standing.WITHDRAWN))))
                    .iterator());

            assertThat(index.search(listing(Filters.NONE, 10)).items())
                    .singleElement()
                    .satisfies(item -> assertThat(item.suspended()).isNotNull());
        }
    }

    @Test
    void aFillingThatFailsLeavesTheOldOne() {
        try (ItemIndex index = new ItemIndex()) {
            index.put(ITEMS.values());

            assertThatThrownBy(() -> index.rebuild(() -> {
                        throw new IllegalStateException("the store is away");
                    }))
                    .hasMessage("the store is away");

            assertThat(ids(index.search(listing(Filters.NONE, 200)))).hasSize(127);
        }
    }

    @Test
    void aNameIsSuggestedWhileAnItemOfItIsThere() {
        try (ItemIndex index = new ItemIndex()) {
            PublishedItem marriage = Objects.requireNonNull(ITEMS.get("ca-marriage"));
            index.put(List.of(marriage));
            assertThat(index.names("jieh", null, 5)).containsExactly("结婚登记（内地居民）");
            assertThat(index.names("婚登", "511602", 5)).containsExactly("结婚登记（内地居民）");
            assertThat(index.names("洁婚", null, 5)).containsExactly("结婚登记（内地居民）");

            PublishedItem other = Objects.requireNonNull(ITEMS.get("ca-divorce"));
            index.rebuild(List.of(List.of(other)));

            assertThat(index.names("jieh", null, 5)).isEmpty();
            assertThat(index.departments()).containsExactly(Map.entry("民政", 1));
        }
    }

    private static PublishedItem suspended(String id) {
        return halted(id, Standing.SUSPENDED);
    }

    private static PublishedItem halted(String id, Standing standing) {
        PublishedItem item = Objects.requireNonNull(ITEMS.get(id));
        return new PublishedItem(
                item.item(), item.version(), new Halt(standing, "系统改造", "请到市级窗口办理", "anna", Instant.EPOCH));
    }

    private static @Nullable String kind(ItemSummary item) {
        NamedCode kind = item.kind();
        return kind == null ? null : kind.code();
    }

    private static List<Facet.Count> count(Hits hits, Facet facet) {
        return hits.counts().stream()
                .filter(counts -> counts.facet() == facet)
                .flatMap(counts -> counts.values().stream())
                .toList();
    }

    private static Hits text(String text, int limit) {
        return INDEX.search(new ItemQuery(ItemQuery.literally(text), Filters.NONE, null, limit));
    }

    private static List<String> ids(Hits hits) {
        return hits.items().stream().map(ItemSummary::id).toList();
    }

    private static ItemQuery listing(Filters filters, int limit) {
        return new ItemQuery(List.of(), filters, null, limit);
    }

    private static List<String> bundles(String text) {
        return BundleFinder.find(RealReference.get().bundles(), Phrasebook.EMPTY.understand(text)).stream()
                .map(Bundle::key)
                .toList();
    }
}
