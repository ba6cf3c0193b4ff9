package org.tongban.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongban.catalog.RealData;
import org.tongban.catalog.item.ItemReader;
import org.tongban.catalog.item.PublishedItem;
import org.tongban.catalog.lint.SoundGuide;
import org.tongban.platform.problem.BadInput;

/** Pages of a search follow each other without gap or repeat, whichever instance answers and whatever is published meanwhile. */
class ItemPagesTest {
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
    void pagesOfTwoInstancesWithDifferentHistoryHaveNoGapAndNoRepeat() {
        try (ItemIndex other = withAnotherHistory(ITEMS.values())) {
            for (String text : new @Nullable String[] {null, "登记", "许可", "身份证"}) {
                List<String> whole =
                        ids(INDEX.search(new ItemQuery(ItemQuery.literally(text), Filters.NONE, null, 200)));

                assertThat(inTurn(text, 5, INDEX, other))
                        .as("登记".equals(text) ? "weights of words differ" : text)
                        .containsExactlyInAnyOrderElementsOf(whole);
            }
        }
    }

    @Test
    void whatIsPublishedAndMadeAnewBetweenPagesHidesAndRepeatsNothing() {
        try (ItemIndex index = new ItemIndex()) {
            index.put(ITEMS.values());
            List<String> whole = ids(index.search(new ItemQuery(ItemQuery.literally("登记"), Filters.NONE, null, 200)));

            Hits first = index.search(new ItemQuery(ItemQuery.literally("登记"), Filters.NONE, null, 10));
            List<PublishedItem> more = new ArrayList<>(ITEMS.values());
            more.addAll(registrations(200));
            index.rebuild(List.of(more));
            List<String> shown = new ArrayList<>(ids(first));
            shown.addAll(rest("登记", first.next(), 20, index));

            assertThat(shown).doesNotHaveDuplicates().containsAll(whole);
        }
    }

    @Test
    void whoReadsFarEnoughReadsEverythingOnce() {
        List<PublishedItem> many = registrations(Search.BEST + 60);
        try (ItemIndex one = new ItemIndex();
                ItemIndex other = withAnotherHistory(many)) {
            one.put(many);

            assertThat(inTurn("登记", 40, one, other))
                    .containsExactlyInAnyOrderElementsOf(
                            many.stream().map(PublishedItem::id).toList());
        }
    }

    @Test
    void aCursorOfAnotherSearchOrOfNoneIsRefused() {
        Cursor cursor =
                Objects.requireNonNull(INDEX.search(new ItemQuery(ItemQuery.literally("登记"), Filters.NONE, null, 5))
                        .next());

        assertThatThrownBy(() -> INDEX.search(new ItemQuery(ItemQuery.literally("许可"), Filters.NONE, cursor, 5)))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(
                        () -> INDEX.search(new ItemQuery(ItemQuery.literally("登记"), Filters.NONE.of("民政"), cursor, 5)))
                .isInstanceOf(BadInput.class);
        for (String bad : List.of("", "x", "AAAA", "AgAAAAAAAAAA_w", "x".repeat(10_000), cursor.text() + "AA")) {
            assertThatThrownBy(() -> Cursor.parse(bad)).as(bad).isInstanceOf(BadInput.class);
        }
    }

    /** The same items, put in backwards and some of them again and again, so that words weigh otherwise. */
    private static ItemIndex withAnotherHistory(Collection<PublishedItem> items) {
        List<PublishedItem> backwards = new ArrayList<>(items);
        Collections.reverse(backwards);
        ItemIndex index = new ItemIndex();
        index.put(backwards);
        for (int version = 2; version < 7; version++) {
            int next = version;
            index.put(backwards.stream()
                    .filter(item -> item.item().name().hashCode() % next == 0)
                    .map(item -> new PublishedItem(item.item(), next))
                    .toList());
        }
        return index;
    }

    private static List<PublishedItem> registrations(int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> SoundGuide.guide().put("id", "many-" + i).put("name", "登记".repeat(1 + i % 7) + "事项" + i))
                .map(guide -> new PublishedItem(ItemReader.read(guide), 1))
                .toList();
    }

    /** All pages, each from the next instance. */
    private static List<String> inTurn(@Nullable String text, int limit, ItemIndex... instances) {
        Hits first = instances[0].search(new ItemQuery(ItemQuery.literally(text), Filters.NONE, null, limit));
        List<String> all = new ArrayList<>(ids(first));
        all.addAll(rest(text, first.next(), limit, instances));
        return all;
    }

    private static List<String> rest(@Nullable String text, @Nullable Cursor from, int limit, ItemIndex... instances) {
        List<String> all = new ArrayList<>();
        Cursor cursor = from;
        for (int page = 1; cursor != null; page++) {
            Cursor sent = Cursor.parse(cursor.text());
            Hits hits = instances[page % instances.length].search(
                    new ItemQuery(ItemQuery.literally(text), Filters.NONE, sent, limit));
            all.addAll(ids(hits));
            cursor = hits.next();
        }
        return all;
    }

    private static List<String> ids(Hits hits) {
        return hits.items().stream().map(ItemSummary::id).toList();
    }
}
