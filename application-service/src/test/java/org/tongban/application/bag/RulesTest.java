package org.tongban.application.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tongban.application.document.DocumentSamples.uploaded;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongban.application.bag.Given.Means;
import org.tongban.application.catalog.Line;
import org.tongban.application.catalog.Lists;
import org.tongban.application.catalog.SignedList;
import org.tongban.application.document.Document;
import org.tongban.application.document.DocumentSamples;
import org.tongban.application.document.Grade;
import org.tongban.application.intake.Requirement.Source;
import org.tongban.application.intake.Requirement.State;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.Refusal;

final class RulesTest {
    private static final SignedList RESTAURANT = SignedList.read(Lists.restaurant());
    private static final SignedList BY_COMMITMENT = SignedList.read(Lists.byCommitment());
    private static final Line UNREAD_LATER = plain(Line.LATER);
    private static final Line UNREAD_OPTIONAL = plain(Line.OPTIONAL);

    private static final Wish ORIGINAL = new Wish(null, true, null, null, null);
    private static final Wish DECLARATION = new Wish(null, null, "本人声明属实", null, null);
    private static final Wish COMMITMENT = new Wish(null, null, null, true, null);
    private static final Wish LATER = new Wish(null, null, null, null, true);

    private static final Document RULES = uploaded("d1", "fire-safety-rules", "organisation");
    private static final Document PLAN = uploaded("d2", "emergency-plan", "premises");

    @Test
    void oneDocumentPerGroupMeetsTheLineAndFewerAreKeptWhileItStaysMissing() {
        assertThat(state("r9", documents("d1", "d2"), RULES, PLAN)).isEqualTo(State.PROVIDED);
        assertThat(state("r9", documents("d2"), PLAN)).isEqualTo(State.MISSING);
        assertThat(given(RESTAURANT::isByCommitment, line("r9"), documents("d2"), List.of(PLAN)))
                .hasValueSatisfying(given -> assertThat(given.documents()).containsExactly(PLAN));
    }

    @Test
    void aDocumentThatDoesNotFitIsNamedByItsPlace() {
        Document card = uploaded("d3", "id-card", "applicant");

        assertThat(pointers(() ->
                        given(RESTAURANT::isByCommitment, line("r9"), documents("d1", "d3"), List.of(RULES, card))))
                .containsExactly("/documentIds/1");
    }

    @Test
    void aDocumentOfAnotherAndOneThatNeverWasAreRefusedAlike() {
        assertThat(pointers(() ->
                        given(RESTAURANT::isByCommitment, line("r9"), documents("d1", "dX", "dY"), List.of(RULES))))
                .containsExactly("/documentIds/1", "/documentIds/2");
    }

    @Test
    void aDocumentThatIsValidNoMoreIsRefused() {
        LocalDate yesterday = LocalDate.parse("2026-11-21");
        Document card = DocumentSamples.of("d1", "id-card", "applicant", Grade.A, BagSamples.NOW, yesterday);

        NotAllowed refused = catchThrowableOfType(
                NotAllowed.class, () -> given(RESTAURANT::isByCommitment, line("r2"), documents("d1"), List.of(card)));

        assertThat(refused.faults()).extracting(Refusal.Fault::pointer).containsExactly("/documentIds/0");
        assertThat(refused).hasMessageContaining("2026-11-21");
    }

    @Test
    void aLineThatNobodyHasReadTakesAnyDocument() {
        assertThat(given(RESTAURANT::isByCommitment, UNREAD_LATER, documents("d1"), List.of(RULES)))
                .hasValueSatisfying(given -> assertThat(
                                Given.met(UNREAD_LATER, given, BagSamples.NOW).state())
                        .isEqualTo(State.PROVIDED));
    }

    @Test
    void theOriginalOfAnyLineMayComeToTheCounter() {
        assertThat(RESTAURANT.lines())
                .allSatisfy(line -> assertThat(given(RESTAURANT::isByCommitment, line, ORIGINAL, List.of()))
                        .hasValueSatisfying(given -> assertThat(
                                        Given.met(line, given, BagSamples.NOW).state())
                                .isEqualTo(State.BRING_ORIGINAL)));
    }

    @Test
    void onlyOptionalLinesAndFormsAreDeclared() {
        assertThat(state("r1", DECLARATION)).isEqualTo(State.DECLARED);
        assertThat(given(RESTAURANT::isByCommitment, UNREAD_OPTIONAL, DECLARATION, List.of()))
                .map(Given::declaration)
                .contains("本人声明属实");
        assertThat(pointers(() -> given(RESTAURANT::isByCommitment, line("r2"), DECLARATION, List.of())))
                .containsExactly("/declare");
    }

    @Test
    void onlyLinesOfAnItemByCommitmentAreCommittedTo() {
        Line plans = BY_COMMITMENT.line("r10").orElseThrow();
        Line foodForm = BY_COMMITMENT.line("r4").orElseThrow();
        Line licenceOfBoth = BY_COMMITMENT.line("r5").orElseThrow();

        assertThat(given(BY_COMMITMENT::isByCommitment, plans, COMMITMENT, List.of()))
                .contains(Given.plainly("r10", Means.COMMITMENT));
        assertThat(pointers(() -> given(BY_COMMITMENT::isByCommitment, foodForm, COMMITMENT, List.of())))
                .containsExactly("/commit");
        assertThat(pointers(() -> given(BY_COMMITMENT::isByCommitment, licenceOfBoth, COMMITMENT, List.of())))
                .containsExactly("/commit");
        assertThat(pointers(() -> given(RESTAURANT::isByCommitment, line("r10"), COMMITMENT, List.of())))
                .containsExactly("/commit");
    }

    @Test
    void theLetterOfCommitmentItselfIsHandedIn() {
        Line letter = BY_COMMITMENT.line("r8").orElseThrow();

        assertThat(pointers(() -> given(BY_COMMITMENT::isByCommitment, letter, COMMITMENT, List.of())))
                .containsExactly("/commit");
    }

    @Test
    void onlyWhatMayComeLaterComesLater() {
        assertThat(given(RESTAURANT::isByCommitment, UNREAD_LATER, LATER, List.of()))
                .contains(Given.plainly("r11", Means.LATER));
        assertThat(pointers(() -> given(RESTAURANT::isByCommitment, line("r2"), LATER, List.of())))
                .containsExactly("/later");
    }

    @Test
    void nothingClearsALine() {
        assertThat(given(RESTAURANT::isByCommitment, line("r2"), new Wish(null, null, null, null, null), List.of()))
                .isEmpty();
        assertThat(given(
                        RESTAURANT::isByCommitment, line("r2"), new Wish(List.of(), null, null, null, null), List.of()))
                .isEmpty();
    }

    @Test
    void twoWaysAtOnceAreRefused() {
        assertThat(pointers(new Wish(List.of("d1"), true, null, null, null)::check))
                .containsExactly("/bringOriginal");
    }

    @Test
    void aWishThatSaysNoIsRefused() {
        assertThat(pointers(new Wish(null, false, null, null, null)::check)).containsExactly("/bringOriginal");
        assertThat(pointers(new Wish(null, null, null, false, null)::check)).containsExactly("/commit");
        assertThat(pointers(new Wish(null, null, null, null, false)::check)).containsExactly("/later");
    }

    @Test
    void anEmptyDeclarationAndADoubledDocumentAreRefused() {
        assertThat(pointers(new Wish(null, null, "　 ", null, null)::check)).containsExactly("/declare");
        assertThat(pointers(documents("d1", "d2", "d1")::check)).containsExactly("/documentIds/2");
    }

    @Test
    void aRefusalSaysWhatWouldFit() {
        Document card = uploaded("d3", "id-card", "applicant");

        assertThatThrownBy(() -> given(RESTAURANT::isByCommitment, line("r9"), documents("d3"), List.of(card)))
                .hasMessage("id-card (applicant) is not what r9 asks for: fire-safety-rules (organisation)"
                        + " + emergency-plan (premises).");
    }

    private static Optional<Given> given(Predicate<String> isByCommitment, Line line, Wish wish, List<Document> owned) {
        return Rules.given(isByCommitment, line, wish, owned, BagSamples.NOW);
    }

    private static State state(String rid, Wish wish, Document... owned) {
        @Nullable
        Given given = given(RESTAURANT::isByCommitment, line(rid), wish, List.of(owned))
                .orElse(null);
        return Given.met(line(rid), given, BagSamples.NOW).state();
    }

    private static Line line(String rid) {
        return RESTAURANT.line(rid).orElseThrow();
    }

    private static Wish documents(String... ids) {
        return new Wish(List.of(ids), null, null, null, null);
    }

    private static Line plain(String need) {
        return new Line(
                11,
                "其他",
                need,
                null,
                null,
                List.of(),
                null,
                List.of(new Source("mr-food-operation-new", 9)),
                "always",
                null);
    }

    private static List<String> pointers(ThrowingCallable refused) {
        return catchThrowableOfType(NotAllowed.class, refused).faults().stream()
                .map(Refusal.Fault::pointer)
                .toList();
    }
}
