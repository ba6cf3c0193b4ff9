package org.tongban.application.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongban.application.CountingStore;
import org.tongban.application.document.Document;
import org.tongban.application.document.DocumentSamples;
import org.tongban.application.document.DocumentUse;
import org.tongban.application.document.Documents;
import org.tongban.application.intake.Applications;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.NotFound;
import org.tongban.platform.problem.Refusal;

/** Each gap between the three steps of a submission, as a crash leaves it in the store. */
final class SubmissionsTest {
    private final TestStore store = TestStore.open();
    private final TestClock clock = new TestClock();
    private final Workshop workshop = Workshop.on(store.database(), clock);
    private final Documents documents = new Documents(store.database(), clock);
    private final AggregateStore<Bag> bags = workshop.bags();
    private final Applications applications = workshop.applications();
    private final Submissions submissions = workshop.submissions();

    @BeforeEach
    void aFullBag() {
        BagSamples.keepDocuments(documents);
        bags.insert(BagSamples.full(), List.of());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aSubmissionLeavesNothingBehind() {
        Answer answer = submissions.submit(Workshop.COMMAND, "citizen1", "b1");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body()).contains(BagSamples.CODE.display());
        assertThat(bag().submitting()).isNull();
        assertThat(applications.find(BagSamples.CODE)).isPresent();
    }

    @Test
    void aCrashAfterTheFreezeIsFinishedByARepeat() {
        freeze();

        Answer answer = submissions.submit(Workshop.COMMAND, "citizen1", "b1");

        assertThat(answer.body()).contains(BagSamples.CODE.display(), "2026-11-22T02:11:09.000Z");
        assertDone();
    }

    @Test
    void aCrashAfterTheFreezeIsFinishedByTheSweeperOnceItIsOld() {
        freeze();

        clock.tick(Duration.ofSeconds(30));
        submissions.sweep();
        assertThat(applications.find(BagSamples.CODE)).isEmpty();

        clock.tick(Duration.ofMillis(1));
        submissions.sweep();
        assertDone();
    }

    @Test
    void aCrashAfterTheInsertTellsNothingTwice() {
        Bag frozen = freeze();
        workshop.intake().open(frozen.submission());
        String told = told();

        clock.tick(Duration.ofMinutes(1));
        submissions.sweep();

        assertDone();
        assertThat(told()).isEqualTo(told);
    }

    @Test
    void whatIsDoneIsNotSweptAgain() {
        submissions.submit(Workshop.COMMAND, "citizen1", "b1");
        long version = bags.find("b1").orElseThrow().version();

        clock.tick(Duration.ofDays(1));
        submissions.sweep();

        assertThat(bags.find("b1").orElseThrow().version()).isEqualTo(version);
    }

    @Test
    void repeatsUnderAnyKeyGiveTheSameCode() {
        Answer first = submissions.submit(keyed("k1"), "citizen1", "b1");
        Answer same = submissions.submit(keyed("k1"), "citizen1", "b1");
        Answer other = submissions.submit(keyed("k2"), "citizen1", "b1");

        assertThat(same).isEqualTo(first);
        assertThat(other.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(201);
    }

    @Test
    void theSweeperLooksAtWhatIsStuckAndNotAtEveryBag() {
        try (CountingStore counting = new CountingStore()) {
            Workshop other = Workshop.on(counting.database(), clock);
            for (int i = 0; i < 50; i++) {
                other.bags().insert(bagOf("b" + i, i < 2 ? clock.instant().minusSeconds(60) : null), List.of());
            }

            assertThat(counting.examinedBy(() -> other.submissions().sweep()))
                    .as("two looks each: found, loaded; and what finishing them loads and writes")
                    .isLessThan(20);
            assertThat(counting.examinedBy(() -> other.submissions().sweep())).isZero();
        }
    }

    private static Bag bagOf(String bagId, @Nullable Instant submittedAt) {
        Bag full = BagSamples.full(TrackingCode.draw(new Random(bagId.hashCode())));
        return new Bag(
                bagId,
                full.owner(),
                full.listNo(),
                full.listJson(),
                full.code(),
                full.openedAt(),
                full.expiresAt(),
                full.given(),
                full.consents(),
                submittedAt,
                submittedAt,
                null);
    }

    @Test
    void whatWasDeletedMeanwhileIsNamedAndNothingIsSubmitted() {
        DocumentSamples.delete(documents, "d-plan");

        assertThatThrownBy(() -> submissions.submit(Workshop.COMMAND, "citizen1", "b1"))
                .isInstanceOfSatisfying(
                        NotAllowed.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Refusal.Fault::pointer)
                                .containsExactly("/requirements/r9"));
        assertThat(bag().isSubmitted()).isFalse();
    }

    @Test
    void whatNobodyWouldWorkIsNotTakenAndTheHallIsNamed() {
        Submissions unstaffed = Workshop.on(store.database(), clock, (division, departments) -> Set.of("消防救援"))
                .submissions();

        assertThatThrownBy(() -> unstaffed.submit(Workshop.COMMAND, "citizen1", "b1"))
                .isInstanceOfSatisfying(NotAllowed.class, refused -> {
                    assertThat(refused.faults()).hasSize(1);
                    assertThat(refused.said().zh()).contains("消防救援", "511602", "广安区", "公众聚集场所", "大厅");
                    assertThat(refused.said().en()).contains("消防救援", "511602", "hall");
                });
        assertThat(bag().isSubmitted()).isFalse();
    }

    @Test
    void whatWasFrozenBeforeItsDepartmentWasLeftIsFinished() {
        freeze();
        Submissions unstaffed = Workshop.on(store.database(), clock, (division, departments) -> departments)
                .submissions();

        unstaffed.submit(Workshop.COMMAND, "citizen1", "b1");

        assertDone();
    }

    @Test
    void aDocumentIsUsedAsLongAsABagThatHoldsItIsOpen() {
        Document plan = DocumentSamples.uploaded("d-plan", "emergency-plan", "premises");
        Document other = DocumentSamples.uploaded("d-other", "emergency-plan", "premises");
        DocumentUse use = new BagUse(bags, clock);

        assertThat(use.of(plan))
                .hasValueSatisfying(said -> assertThat(said.en()).contains("bag b1"));
        assertThat(use.of(other)).isEmpty();
        clock.tick(Duration.ofDays(30));
        assertThat(use.of(plan)).isEmpty();
    }

    @Test
    void aStrangerSubmitsNothing() {
        assertThatThrownBy(() -> submissions.submit(Workshop.COMMAND, "citizen2", "b1"))
                .isInstanceOf(NotFound.class);
        assertThat(bag().isSubmitted()).isFalse();
    }

    @Test
    void oneThatCannotBeFinishedHoldsUpNoOther() {
        Bag broken = new Bag(
                "b0",
                "citizen1",
                "L",
                "no list",
                BagSamples.CODE,
                clock.instant(),
                clock.instant(),
                List.of(),
                List.of(),
                clock.instant().minusSeconds(60),
                clock.instant().minusSeconds(60),
                null);
        bags.insert(broken, List.of());
        freeze();

        clock.tick(Duration.ofMinutes(1));
        submissions.sweep();

        assertDone();
    }

    private Bag freeze() {
        return bags.change("b1", bag -> Change.silently(bag.freeze(clock.instant())))
                .orElseThrow();
    }

    private Bag bag() {
        return bags.find("b1").orElseThrow().state();
    }

    private void assertDone() {
        assertThat(bag().isSubmitted()).isTrue();
        assertThat(bag().submitting()).isNull();
        assertThat(applications.find(BagSamples.CODE))
                .hasValueSatisfying(
                        stored -> assertThat(stored.state().submittedAt()).isEqualTo(TestClock.START));
    }

    private String told() {
        return String.valueOf(
                applications.find(BagSamples.CODE).orElseThrow().document().get("outbox"));
    }

    private static Command keyed(String key) {
        return new Command("citizen1", "POST /api/application/applications", key, "d", null);
    }
}
