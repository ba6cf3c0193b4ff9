package org.tongban.application.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tongban.application.bag.BagSamples.CODE;
import static org.tongban.application.bag.BagSamples.NOW;
import static org.tongban.application.document.DocumentSamples.uploaded;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongban.application.bag.Given.Means;
import org.tongban.application.catalog.Lists;
import org.tongban.application.catalog.SignedList;
import org.tongban.application.document.Document;
import org.tongban.application.document.DocumentSamples;
import org.tongban.application.document.Grade;
import org.tongban.application.intake.Matter;
import org.tongban.application.intake.Requirement;
import org.tongban.application.intake.Requirement.State;
import org.tongban.application.intake.Submission;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.NotNow;
import org.tongban.platform.problem.Refusal;

final class BagTest {
    private static final SignedList LIST = SignedList.read(Lists.restaurant());

    @Test
    void aFreshBagMissesNineOfTenLines() {
        BagView view = BagView.of(BagSamples.open(), LIST, List.of(), NOW);

        assertThat(view.requirements()).hasSize(10);
        assertThat(view.missing()).isEqualTo(9);
        assertThat(view.ready()).isFalse();
        assertThat(view.requirements().get(4).state()).isEqualTo(State.PRODUCED_BY_CASE);
        assertThat(view.requirements().get(0).rid()).isEqualTo("r1");
    }

    @Test
    void itEndsWithItsListWhenThatIsSooner() {
        SignedList ending = SignedList.read(Lists.restaurant(list -> list.put("validUntil", "2026-11-30")));

        Bag bag = Bag.open("b1", "citizen1", ending, "{}", CODE, NOW, NOW.plus(Duration.ofDays(30)));

        assertThat(bag.expiresAt()).isEqualTo(Instant.parse("2026-11-30T16:00:00Z"));
        assertThat(BagSamples.open().expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(30)));
    }

    @Test
    void theCodeStaysUnseenUntilItIsSubmitted() {
        assertThat(BagView.of(BagSamples.open(), LIST, List.of(), NOW).code()).isNull();
        assertThat(BagView.of(BagSamples.full().freeze(NOW), LIST, List.of(), NOW)
                        .code())
                .isEqualTo(CODE);
    }

    @Test
    void whatIsGivenReplacesWhatWasThere() {
        Bag bag = give(BagSamples.open(), Given.plainly("r2", Means.ORIGINAL));

        Bag next = give(bag, Given.documents("r2", List.of(uploaded("d1", "id-card", "applicant"))));

        assertThat(next.given()).hasSize(1);
        assertThat(state(next, "r2")).isEqualTo(State.PROVIDED);
        assertThat(state(next.clear(LIST.line("r2").orElseThrow(), NOW), "r2")).isEqualTo(State.MISSING);
    }

    @Test
    void useOfADocumentIsConsentedToOnceWithPurposeAndExpiry() {
        Document card = uploaded("d1", "id-card", "applicant");

        Bag bag = give(BagSamples.open(), Given.documents("r2", List.of(card)));
        Bag again = give(bag, Given.documents("r2", List.of(card, uploaded("d2", "id-card", "applicant"))));

        assertThat(bag.consents())
                .containsExactly(
                        new Consent("d1", Grade.C, "r2", "办理个体工商户设立登记", NOW, NOW.plus(Duration.ofDays(180)), null));
        assertThat(again.consents()).extracting(Consent::documentId).containsExactly("d1", "d2");
    }

    @Test
    void whatIsTakenOutIsConsentedToNoMore() {
        Document first = uploaded("d1", "id-card", "applicant");
        Document second = uploaded("d2", "id-card", "applicant");
        Instant later = NOW.plusSeconds(60);
        Bag bag = give(BagSamples.open(), Given.documents("r2", List.of(first)));

        Bag exchanged =
                bag.give(LIST.line("r2").orElseThrow(), Given.documents("r2", List.of(second)), LIST, later, later);
        Bag cleared = exchanged.clear(LIST.line("r2").orElseThrow(), later.plusSeconds(1));

        assertThat(exchanged.consents()).extracting(Consent::endedAt).containsExactly(later, null);
        assertThat(cleared.consents()).extracting(Consent::endedAt).containsExactly(later, later.plusSeconds(1));
    }

    @Test
    void whoExchangesForEverIsToldToSubmitOrBeginAnew() {
        Bag bag = BagSamples.open();
        for (int i = 0; i < Bag.MOST_ENDED + 1; i++) {
            bag = give(bag, Given.documents("r2", List.of(uploaded("d" + i, "id-card", "applicant"))));
        }
        Bag worn = bag;

        assertThatThrownBy(() -> give(worn, Given.documents("r2", List.of(uploaded("d", "id-card", "applicant")))))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("exchanged more than 200 times");
        Bag cleared = worn.clear(LIST.line("r2").orElseThrow(), NOW);
        assertThat(cleared.consents()).hasSize(Bag.MOST_ENDED + 1).allMatch(Consent::isEnded);
        assertThatThrownBy(() -> give(cleared, Given.documents("r2", List.of(uploaded("d", "id-card", "applicant")))))
                .isInstanceOf(NotAllowed.class);
        assertThat(state(give(cleared, Given.plainly("r2", Means.ORIGINAL)), "r2"))
                .isEqualTo(State.BRING_ORIGINAL);
    }

    @Test
    void aBagHoldsThreeHundredDocumentsInAll() {
        Bag bag = BagSamples.open();
        for (int line = 1; line <= 6; line++) {
            bag = give(bag, Given.documents("r" + line, documents(line, 50)));
        }
        Bag full = bag;

        assertThat(full.documentIds()).hasSize(Bag.MOST_DOCUMENTS);
        assertThatThrownBy(() -> give(full, Given.documents("r7", documents(7, 1))))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("301");
    }

    private static List<Document> documents(int line, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> uploaded("d" + line + "-" + i, "id-card", "applicant"))
                .toList();
    }

    @Test
    void suggestionsAreTheBestFirstAndNeverTaken() {
        Document old = DocumentSamples.of("d1", "id-card", "applicant", Grade.C, NOW.minusSeconds(60), null);
        Document fresh = DocumentSamples.of("d2", "id-card", "applicant", Grade.C, NOW, null);
        Document issued = DocumentSamples.of("d3", "id-card", "applicant", Grade.A, NOW.minusSeconds(90), null);
        Document over = DocumentSamples.of("d4", "id-card", "applicant", Grade.A, NOW, LocalDate.parse("2026-11-21"));
        Document spouses = uploaded("d5", "id-card", "spouse");
        List<Document> store = List.of(old, fresh, issued, over, spouses).stream()
                .sorted(Document.BEST_FIRST)
                .toList();

        BagView view = BagView.of(BagSamples.open(), LIST, store, NOW);

        assertThat(view.requirements().get(1).suggested()).containsExactly(issued, fresh, old);
        assertThat(view.requirements().get(1).state()).isEqualTo(State.MISSING);
        assertThat(view.requirements().get(1).documents()).isEmpty();
    }

    @Test
    void aBagWithSomethingMissingNamesEachLine() {
        Bag bag = BagSamples.full()
                .clear(LIST.line("r3").orElseThrow(), NOW)
                .clear(LIST.line("r10").orElseThrow(), NOW);

        NotAllowed refused = catchThrowableOfType(NotAllowed.class, () -> bag.freeze(NOW));

        assertThat(refused.faults())
                .extracting(Refusal.Fault::pointer)
                .containsExactly("/requirements/r3", "/requirements/r10");
    }

    @Test
    void aDocumentThatRanOutInTheBagCountsForNothingUntilItIsSubmitted() {
        LocalDate lastDay = LocalDate.parse("2026-11-30");
        Document card = DocumentSamples.of("d1", "id-card", "applicant", Grade.A, NOW, lastDay);
        Bag bag = give(BagSamples.full(), Given.documents("r2", List.of(card)));
        Instant over = Instant.parse("2026-11-30T16:00:00Z");

        NotAllowed refused = catchThrowableOfType(NotAllowed.class, () -> bag.freeze(over));
        Bag frozen = bag.freeze(over.minusMillis(1));

        assertThat(refused.faults()).extracting(Refusal.Fault::pointer).containsExactly("/requirements/r2");
        assertThat(BagView.of(bag, LIST, List.of(), over).ready()).isFalse();
        assertThat(BagView.of(frozen, LIST, List.of(), over).ready()).isTrue();
        assertThat(frozen.submission().requirements().get(1).state()).isEqualTo(State.PROVIDED);
    }

    @Test
    void afterItsEndItIsNeitherFilledNorSubmitted() {
        Bag bag = BagSamples.full();

        assertThatThrownBy(() -> bag.freeze(bag.expiresAt())).isInstanceOf(NotNow.class);
        assertThatThrownBy(() -> bag.checkOpen(bag.expiresAt())).isInstanceOf(NotNow.class);
        assertThat(bag.freeze(bag.expiresAt().minusMillis(1)).isSubmitted()).isTrue();
    }

    @Test
    void onceFrozenItStaysAsItIs() {
        Bag frozen = BagSamples.full().freeze(NOW);

        assertThat(frozen.freeze(NOW.plusSeconds(5))).isEqualTo(frozen);
        assertThatThrownBy(() -> frozen.checkOpen(NOW)).isInstanceOf(NotNow.class);
        assertThat(frozen.finish().submittedAt()).isEqualTo(NOW);
        assertThat(frozen.finish().submitting()).isNull();
    }

    @Test
    void theSubmissionHoldsAllThatTheApplicationWillHold() {
        Submission submission = BagSamples.full().freeze(NOW).submission();

        assertThat(submission.code()).isEqualTo(CODE);
        assertThat(submission.owner()).isEqualTo("citizen1");
        assertThat(submission.submittedAt()).isEqualTo(NOW);
        assertThat(submission.division().code()).isEqualTo("511602");
        assertThat(submission.matters())
                .extracting(Matter::item)
                .containsExactly("mr-individual-establish", "mr-food-operation-new", "fs-public-gathering-check");
        assertThat(submission.requirements()).extracting(Requirement::rid).hasSize(10);
        assertThat(submission.requirements().get(4).satisfiedBy()).isEqualTo("mr-individual-establish");
        assertThat(submission.requirements().get(8).documentIds()).containsExactly("d-rules", "d-plan");
    }

    @Test
    void limitsAreReadInTheGuidesWords() {
        Matter onTheSpot = BagSamples.full().freeze(NOW).submission().matters().get(0);

        assertThat(onTheSpot.kind()).isEqualTo("01");
        assertThat(String.valueOf(onTheSpot.limits().statutory())).contains("ON_THE_SPOT", "WORKING_DAY");
        assertThat(onTheSpot.limits().promised()).isNull();
    }

    private static Bag give(Bag bag, Given given) {
        return BagSamples.give(bag, LIST, given);
    }

    private static State state(Bag bag, String rid) {
        return bag.requirements(LIST, BagSamples.NOW).stream()
                .filter(each -> each.rid().equals(rid))
                .findFirst()
                .orElseThrow()
                .state();
    }
}
