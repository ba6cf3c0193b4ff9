package org.tongban.catalog.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongban.catalog.RealData;
import org.tongban.catalog.guide.Given;
import org.tongban.catalog.guide.Question;
import org.tongban.catalog.item.PublishedItem;
import org.tongban.platform.json.Money;

/** Order, results that serve others, and fees, on real items. */
class DraftTest {
    private static final String PERSON = "自然人";

    @Test
    void whoIssuesAPaperComesFirstWhateverTheRequestSays() {
        Draft draft =
                Wishes.draft(Wishes.items(Wishes.GUANGAN, PERSON, "mr-food-operation-new", "mr-individual-establish"));

        assertThat(draft.items())
                .extracting(ListedItem::item)
                .containsExactly("mr-individual-establish", "mr-food-operation-new");
        assertThat(draft.items().get(1).after()).containsExactly("mr-individual-establish");
    }

    @Test
    void anItemNeverServesItself() {
        Draft draft = Wishes.draft(Wishes.items(Wishes.GUANGAN, "企业法人", "mr-company-change"));

        assertThat(draft.lines())
                .allSatisfy(line -> assertThat(line.satisfiedBy()).isNull());
    }

    @Test
    void theBirthCertificateServesTheRegistrationOfTheNewborn() {
        Draft draft = Wishes.draft(Wishes.bundle(
                "newborn",
                List.of("ps-hk-marriage-babies-registration", "hc-birth-certificate-first"),
                "371300",
                PERSON));

        assertThat(draft.items())
                .extracting(ListedItem::item)
                .containsExactly("hc-birth-certificate-first", "ps-hk-marriage-babies-registration");
        assertThat(draft.unnumberedLines())
                .filteredOn(line -> line.name().equals("出生医学证明"))
                .extracting(ListedLine::satisfiedBy)
                .containsExactly("hc-birth-certificate-first");
    }

    @Test
    void edgesThatWouldCloseACircleAreLeftOut() {
        Dependencies dependencies = new Dependencies(List.of("a", "b", "c"));

        assertThat(dependencies.wait(Set.of("b"), "a")).isTrue();
        assertThat(dependencies.wait(Set.of("c"), "b")).isTrue();
        assertThat(dependencies.wait(Set.of("a"), "c")).isFalse();
        assertThat(dependencies.wait(Set.of("a", "b"), "c")).isFalse();
        assertThat(dependencies.wait(Set.of("a"), "a")).isFalse();
        assertThat(dependencies.order()).containsExactly("a", "b", "c");
        assertThat(dependencies.after("a")).isEmpty();
    }

    @Test
    void oneFeeIsAddedSeveralAreOptions() {
        ListedFees one = Wishes.draft(Wishes.items(Wishes.GUANGAN, PERSON, "ps-idcard-replace", "ps-passport-first"))
                .fees();
        ListedFees several = Wishes.draft(Wishes.items(Wishes.GUANGAN, PERSON, "ps-idcard-renew", "ps-passport-first"))
                .fees();
        ListedFees free = Wishes.draft(Wishes.items(Wishes.GUANGAN, PERSON, "mr-individual-establish"))
                .fees();
        ListedFees silent = Wishes.draft(
                        Wishes.items(Wishes.GUANGAN, PERSON, "ps-idcard-replace", "fs-public-gathering-check"))
                .fees();

        assertThat(one.charged()).isTrue();
        assertThat(one.total()).isEqualTo(Money.cny("160.00"));
        assertThat(one.options()).isEmpty();
        assertThat(several.total()).isNull();
        assertThat(several.options())
                .hasSize(2)
                .allMatch(option -> option.item().equals("ps-idcard-renew"));
        assertThat(free.charged()).isFalse();
        assertThat(free.total()).isEqualTo(Money.ZERO);
        assertThat(silent.charged()).isNull();
        assertThat(silent.total()).isNull();
    }

    @Test
    void visitsAreKnownWhenEveryGuideSaysThem() {
        assertThat(Wishes.draft(Wishes.items(Wishes.GUANGAN, PERSON, "ca-marriage"))
                        .visits())
                .isEqualTo(1);
        assertThat(Wishes.draft(Wishes.items(Wishes.GUANGAN, PERSON, "ca-marriage", "ps-idcard-first"))
                        .visits())
                .isNull();
    }

    @Test
    void everyAnswerPathOfEveryRealItemGivesOneListThatHoldsWhatTheInquiryShowed() {
        RealData.items().values().forEach(published -> {
            String division = published.item().national()
                    ? Wishes.GUANGAN
                    : String.valueOf(
                            published.item().division() == null
                                    ? null
                                    : published.item().division().code());
            Wish open = Wishes.items(division, published.item().applicants().get(0), published.id());
            List<ListedLine> certain = Wishes.draft(open).unnumberedLines();
            for (Draft draft : ends(open)) {
                assertThat(draft.isComplete()).isTrue();
                List<ListedLine> lines = draft.numberedLines();
                assertThat(lines)
                        .flatExtracting(ListedLine::sources)
                        .doesNotHaveDuplicates()
                        .containsAll(certain.stream()
                                .flatMap(line -> line.sources().stream())
                                .toList());
            }
        });
    }

    /** The drafts at the end of every answer path, asked one question after the other. */
    private static List<Draft> ends(Wish wish) {
        Draft draft = Wishes.draft(wish);
        if (draft.isComplete()) {
            return List.of(draft);
        }
        Question question = draft.openQuestions().get(0);
        return question.options().stream()
                .flatMap(option -> {
                    Map<String, Given> longer = new LinkedHashMap<>(wish.answers());
                    longer.put(question.key(), new Given(List.of(option.value()), question.multi()));
                    return ends(new Wish(null, wish.items(), wish.division(), wish.applicant(), longer)).stream();
                })
                .toList();
    }

    @Test
    void mattersThatNobodyHasAGuideForHereAreShownAndNotTaken() {
        Draft chosen = Wishes.draft(Wishes.bundle(
                "newborn",
                List.of("hc-birth-certificate-first", "ps-hk-marriage-babies-registration"),
                "371300",
                "自然人"));
        Draft whole = Wishes.draft(Wishes.bundle("newborn", null, Wishes.GUANGAN, "自然人"));

        assertThat(chosen.cases())
                .extracting(PublishedItem::id)
                .containsExactly("hc-birth-certificate-first", "ps-hk-marriage-babies-registration");
        assertThat(chosen.withoutGuide()).containsExactly("预防接种证/电子档案", "城乡居民基本医保参保登记与缴费", "社会保障卡申领");
        assertThat(whole.cases()).extracting(PublishedItem::id).containsExactly("hc-birth-certificate-first");
        assertThat(whole.withoutGuide()).hasSize(4).contains("户口登记（出生登记）");
    }

    @Test
    void aListWithoutABundleLeavesNothingOut() {
        assertThat(Wishes.draft(Wishes.items(Wishes.GUANGAN, "自然人", "mr-food-operation-new"))
                        .withoutGuide())
                .isEmpty();
    }
}
