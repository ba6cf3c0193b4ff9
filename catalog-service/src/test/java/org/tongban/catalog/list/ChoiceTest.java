package org.tongban.catalog.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.Refusal;

/** Which items a wish may take. */
class ChoiceTest {
    private static final String PERSON = "自然人";

    @Test
    void aBundleAloneTakesEveryMatterThatIsNotOptional() {
        Draft draft = Wishes.draft(Wishes.bundle("after-death", List.of("ps-hk-death-cancellation"), "371302", PERSON));

        assertThat(draft.items()).extracting(ListedItem::item).containsExactly("ps-hk-death-cancellation");
        assertThat(ids("school-entry", "421321")).containsExactly("ed-school-entry-suixian");
    }

    @Test
    void aMatterWithSeveralItemsMustBeChosen() {
        refused(Wishes.bundle("open-restaurant", null, Wishes.GUANGAN, PERSON), "/items")
                .hasMessageContaining("mr-individual-establish, mr-company-establish");
    }

    @Test
    void anItemOutsideTheBundleIsNamed() {
        refused(
                        Wishes.bundle(
                                "open-restaurant",
                                List.of("mr-food-operation-new", "ca-marriage"),
                                Wishes.GUANGAN,
                                PERSON),
                        "/items/1")
                .hasMessageContaining("ca-marriage");
    }

    @Test
    void aMatterTakesAtMostOneItem() {
        refused(
                Wishes.bundle(
                        "open-restaurant",
                        List.of("mr-individual-establish", "mr-company-establish"),
                        Wishes.GUANGAN,
                        PERSON),
                "/items/1");
    }

    @Test
    void nothingAndTooMuchAndTwiceAreRefused() {
        refused(Wishes.bundle("no-such-bundle", null, Wishes.GUANGAN, PERSON), "/bundle");
        refused(new Wish(null, null, Wishes.GUANGAN, PERSON, Wishes.answers()), "/items");
        refused(Wishes.items(Wishes.GUANGAN, PERSON), "/items");
        refused(Wishes.items(Wishes.GUANGAN, PERSON, "ca-marriage", "ca-marriage"), "/items/1");
        refused(
                Wishes.items(
                        Wishes.GUANGAN,
                        PERSON,
                        Stream.iterate(0, n -> n + 1)
                                .limit(51)
                                .map(n -> "i-" + n)
                                .toArray(String[]::new)),
                "/items");
    }

    @Test
    void anUnknownItemIsNamed() {
        refused(Wishes.items(Wishes.GUANGAN, PERSON, "ca-marriage", "no-such-item"), "/items/1")
                .hasMessageContaining("no-such-item");
    }

    @Test
    void anItemOfAnotherDivisionIsNamed() {
        refused(Wishes.items(Wishes.GUANGAN, PERSON, "ps-hk-change-name"), "/items/0")
                .hasMessageContaining("ps-hk-change-name");
        assertThat(Wishes.draft(Wishes.items("371302", PERSON, "ps-hk-change-name"))
                        .cases())
                .hasSize(1);
        assertThat(Wishes.draft(Wishes.items("371300", PERSON, "ps-hk-change-name"))
                        .cases())
                .hasSize(1);
        refused(Wishes.items("370000", PERSON, "ps-hk-change-name"), "/items/0");
    }

    @Test
    void anItemForOthersIsNamedUnlessItsApplicantComesIntoBeingOnTheWay() {
        refused(Wishes.items(Wishes.GUANGAN, PERSON, "hf-unit-register"), "/items/0");
        refused(Wishes.bundle("start-company", List.of("hf-unit-register"), Wishes.GUANGAN, PERSON), "/items/0");

        Draft founder = Wishes.draft(Wishes.bundle(
                "start-company", List.of("hf-unit-register", "mr-company-establish"), Wishes.GUANGAN, PERSON));

        assertThat(founder.items())
                .extracting(ListedItem::item)
                .containsExactly("mr-company-establish", "hf-unit-register");
    }

    private static List<String> ids(String bundle, String division) {
        return Wishes.draft(Wishes.bundle(bundle, null, division, PERSON)).items().stream()
                .map(ListedItem::item)
                .toList();
    }

    private static AbstractThrowableAssert<?, ?> refused(Wish wish, String pointer) {
        return assertThatThrownBy(() -> Wishes.draft(wish))
                .isInstanceOfSatisfying(
                        NotAllowed.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting(Refusal.Fault::pointer)
                                .containsExactly(pointer));
    }
}
