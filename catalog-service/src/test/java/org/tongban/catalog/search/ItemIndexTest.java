package org.tongban.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongban.catalog.RealData;
import org.tongban.catalog.bundle.Bundle;
import org.tongban.catalog.item.PublishedItem;
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
        assertThat(INDEX.search(listing(Filters.NONE.of("消防救援"), 10))
                        .items())
                .extracting(ItemSummary::id)
                .containsExactly("fs-public-gathering-check", "fs-public-gathering-check-quyang");
        assertThat(INDEX.search(new ItemQuery(
                                ItemQuery.literally("登记"), Filters.NONE.servedTo("事业法人"), null, 50))
                        .items())
                .isNotEmpty()
                .allMatch(item -> item.applicants().contains("事业法人"));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        for (String text : new @Nullable String[] {null, "登记"}) {
            List<String> whole = ids(INDEX.search(new ItemQuery(ItemQuery.literally(text), Filters.NONE, null, 200)));
            List<String> pages = new ArrayList<>();
            Cursor cursor = null;
            do {
                Hits page = INDEX.search(new ItemQuery(ItemQuery.literally(text), Filters.NONE, cursor, 7));
                pages.addAll(ids(page));
                cursor = page.next() == null ? null : Cursor.parse(page.next().text());
            } while (cursor != null);

            assertThat(pages).isEqualTo(whole);
        }
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
