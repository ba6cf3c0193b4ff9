package org.tongban.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tongban.catalog.RealData;
import org.tongban.catalog.item.Halt;
import org.tongban.catalog.item.ItemReader;
import org.tongban.catalog.item.PublishedItem;
import org.tongban.catalog.item.Standing;
import org.tongban.catalog.reference.RealReference;
import org.tongban.catalog.reference.Reference;
import org.tongban.catalog.search.Suggestions.Suggestion;
import tools.jackson.databind.node.ObjectNode;

/** A look that keeps its turn would let all later ones wait for ever: each test ends by itself. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SuggestionsTest {
    private static final String MARRIAGE = "结婚登记（内地居民）";
    private static final Map<String, PublishedItem> ITEMS = RealData.items();

    private final ItemIndex index = new ItemIndex();
    private Reference reference = Reference.EMPTY;
    private final Suggestions suggestions = new Suggestions(index, () -> reference);

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void anItemIsSuggestedAsSoonAsItIsPublishedAndNoLongerOnceItIsWithdrawn() {
        assertThat(suggested("结婚")).isEmpty();

        index.put(List.of(item("ca-marriage")));
        assertThat(suggested("结婚")).containsExactly(MARRIAGE);
        assertThat(suggested("民")).containsExactly("民政");

        index.put(List.of(withdrawn(item("ca-marriage"))));
        assertThat(suggested("结婚")).isEmpty();
        assertThat(suggested("民")).isEmpty();
    }

    @Test
    void anItemIsSuggestedByItsNewNameAlone() {
        index.put(List.of(item("ca-marriage")));
        assertThat(suggested("jiehun")).containsExactly(MARRIAGE);

        index.put(List.of(renamed("ca-marriage", "婚姻登记")));

        assertThat(suggested("jiehun")).isEmpty();
        assertThat(suggested("婚姻")).containsExactly("婚姻登记");
    }

    @Test
    void bundlesAndSayingsAreThoseOfTheReferenceDataAsTheyStand() {
        assertThat(suggested("开办餐")).isEmpty();

        reference = RealReference.get();
        assertThat(suggestions.suggest("开办餐", null, 10))
                .contains(new Suggestion("开办餐饮店", Suggestions.Type.BUNDLE, "open-restaurant"));
        assertThat(suggested("kaifand")).contains("开饭店");
        assertThat(suggested("KFD")).contains("开饭店");

        reference = reference.withBundles(List.of());
        assertThat(suggestions.suggest("开办餐", null, 10)).noneMatch(each -> each.type() == Suggestions.Type.BUNDLE);
    }

    @Test
    void namesHaveHalfOfThePlacesHoweverManySayingsBeginSo() {
        reference = RealReference.get();
        index.put(ITEMS.values());

        List<Suggestion> first = suggestions.suggest("办", null, 10);

        assertThat(first).hasSizeLessThanOrEqualTo(10);
        assertThat(first.stream().filter(each -> each.type() == Suggestions.Type.SAYING))
                .isNotEmpty();
        assertThat(first.stream().filter(each -> each.type() == Suggestions.Type.ITEM))
                .hasSameSizeAs(index.names("办", null, 5));
    }

    @Test
    void textThatIsNeitherChineseNorLatinSuggestsNothing() {
        index.put(ITEMS.values());

        assertThat(List.of("12", "ก็", "、", "١٢", "ᄀᄁ"))
                .allSatisfy(typed -> assertThat(suggested(typed)).isEmpty());
    }

    @Test
    void manyCallersAtOnceAreAllAnsweredAlsoAfterLooksThatFailed() {
        index.put(ITEMS.values());
        Suggestions failing = new Suggestions(index, () -> {
            if (reference.equals(Reference.EMPTY)) {
                throw new IllegalStateException("the reference data cannot be read");
            }
            return reference;
        });
        for (int failed = 0; failed <= Runtime.getRuntime().availableProcessors(); failed++) {
            assertThatThrownBy(() -> failing.suggest("结婚", null, 10)).hasMessageContaining("cannot be read");
        }
        reference = RealReference.get();

        ExecutorService callers = Executors.newFixedThreadPool(20);
        List<CompletableFuture<List<Suggestion>>> answers = new ArrayList<>();
        for (int caller = 0; caller < 200; caller++) {
            answers.add(CompletableFuture.supplyAsync(() -> failing.suggest("结婚", null, 10), callers));
        }

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer)
                        .succeedsWithin(Duration.ofSeconds(20))
                        .isEqualTo(failing.suggest("结婚", null, 10)));
        callers.shutdown();
    }

    private List<String> suggested(String typed) {
        return suggestions.suggest(typed, null, 10).stream()
                .map(Suggestion::text)
                .toList();
    }

    private static PublishedItem item(String id) {
        return Objects.requireNonNull(ITEMS.get(id));
    }

    private static PublishedItem withdrawn(PublishedItem item) {
        return new PublishedItem(
                item.item(), item.version(), new Halt(Standing.WITHDRAWN, "取消", "无需办理", "anna", Instant.EPOCH));
    }

    private static PublishedItem renamed(String id, String name) {
        ObjectNode gsi = (ObjectNode) Objects.requireNonNull(RealData.gsi().get(id));
        return new PublishedItem(ItemReader.read(gsi.put("name", name)), 2);
    }
}
