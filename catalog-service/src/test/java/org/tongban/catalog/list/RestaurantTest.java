package org.tongban.catalog.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongban.catalog.guide.Question;

/** The inquiry of flow.md on the real files. */
class RestaurantTest {

    @Test
    void withoutAgentItIsTenLinesAndNineToBring() {
        Draft draft = Wishes.draft(Wishes.restaurant("agent", "no", "vending", "no", "mode", "normal"));

        assertThat(draft.isComplete()).isTrue();
        assertThat(draft.numberedLines()).hasSize(10);
        assertThat(draft.toBring()).isEqualTo(9);
    }

    @Test
    void withAnAgentOnePowerOfAttorneyServesTwoItems() {
        Draft draft = Wishes.draft(Wishes.restaurant("agent", "yes", "vending", "no", "mode", "normal"));

        assertThat(draft.numberedLines()).hasSize(11);
        assertThat(draft.toBring()).isEqualTo(10);
        assertThat(draft.numberedLines())
                .filteredOn(line -> line.name().contains("授权委托书"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.no()).isEqualTo(4);
                    assertThat(line.name()).isEqualTo("授权委托书及受托人身份证明");
                    assertThat(line.sources())
                            .extracting(ListedLine.Source::item)
                            .containsExactly("mr-individual-establish", "mr-food-operation-new");
                    assertThat(line.why())
                            .isEqualTo(Map.of(
                                    "mr-individual-establish", Map.of("agent", "yes"),
                                    "mr-food-operation-new", Map.of("agent", "yes")));
                });
    }

    @Test
    void theBusinessLicenceIsOneLineThatTheFirstCaseIssues() {
        ListedLine licence = Wishes.draft(Wishes.restaurant("agent", "no", "vending", "no", "mode", "normal"))
                .numberedLines()
                .get(4);

        assertThat(licence.no()).isEqualTo(5);
        assertThat(licence.name()).isEqualTo("营业执照");
        assertThat(licence.need()).isEqualTo("必要");
        assertThat(licence.originals()).isZero();
        assertThat(licence.copies()).isEqualTo(1);
        assertThat(licence.kinds())
                .containsExactly(List.of(new ListedLine.Wanted(
                        "business-licence",
                        "organisation",
                        List.of("business-licence", "individual-business-licence"))));
        assertThat(licence.sources())
                .containsExactly(
                        new ListedLine.Source("mr-food-operation-new", 2),
                        new ListedLine.Source("fs-public-gathering-check", 3));
        assertThat(licence.why()).isEqualTo("always");
        assertThat(licence.satisfiedBy()).isEqualTo("mr-individual-establish");
    }

    @Test
    void onlyOpenQuestionsAreListedEachOnce() {
        Draft draft = Wishes.draft(Wishes.restaurant("agent", "no", "mode", "normal"));

        assertThat(draft.openQuestions()).singleElement().satisfies(question -> {
            assertThat(question.key()).isEqualTo("vending");
            assertThat(question.ask()).isEqualTo("是否利用自动设备从事食品销售");
            assertThat(question.askedBy()).containsExactly("mr-food-operation-new");
        });
        assertThat(draft.isComplete()).isFalse();
        assertThat(Wishes.draft(Wishes.restaurant()).openQuestions())
                .extracting(Question::key)
                .containsExactly("agent", "vending", "mode");
    }

    @Test
    void linesThatAnOpenAnswerCanRemoveAreNotShownYet() {
        List<ListedLine> open = Wishes.draft(Wishes.restaurant()).unnumberedLines();
        List<ListedLine> answered =
                Wishes.draft(Wishes.restaurant("vending", "yes")).unnumberedLines();

        assertThat(open).hasSize(9).allSatisfy(line -> assertThat(line.no()).isNull());
        assertThat(open).noneMatch(line -> line.name().contains("授权委托书"));
        assertThat(answered).hasSize(10).anyMatch(line -> line.name().startsWith("自动设备"));
    }

    @Test
    void theThreeItemsStandInCaseOrderAndKnowWhatTheyWaitFor() {
        List<ListedItem> items = Wishes.draft(Wishes.restaurant()).items();

        assertThat(items)
                .extracting(ListedItem::item)
                .containsExactly("mr-individual-establish", "mr-food-operation-new", "fs-public-gathering-check");
        assertThat(items)
                .extracting(ListedItem::after)
                .containsExactly(List.of(), List.of("mr-individual-establish"), List.of("mr-individual-establish"));
        assertThat(items.get(0).resultKinds())
                .extracting(paper -> paper.kind() + " " + paper.holder())
                .containsExactly("individual-business-licence organisation");
        assertThat(items.get(1).windows())
                .extracting(ListedItem.WindowAt::window)
                .containsExactly("W01", "W02", "W03");
    }

    @Test
    void whatTheGuidesDoNotStateIsNull() {
        Draft draft = Wishes.draft(Wishes.restaurant("agent", "no", "vending", "no", "mode", "normal"));

        assertThat(draft.fees().charged()).isNull();
        assertThat(draft.fees().total()).isNull();
        assertThat(draft.fees().options()).isEmpty();
        assertThat(draft.visits()).isNull();
        assertThat(draft.items().get(2).fee()).isNull();
        assertThat(draft.items().get(2).caseType()).isNull();
        assertThat(draft.items().get(1).limits().promised()).isNull();
        assertThat(draft.numberedLines().get(1).originals()).isNull();
        assertThat(draft.numberedLines().get(1).copies()).isNull();
        assertThat(draft.numberedLines().get(0).originals()).isEqualTo(1);
        assertThat(draft.numberedLines().get(0).copies()).isZero();
    }
}
