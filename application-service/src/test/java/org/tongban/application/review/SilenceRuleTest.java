package org.tongban.application.review;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongban.application.intake.Application;
import org.tongban.application.intake.Applications;
import org.tongban.application.intake.Case;
import org.tongban.application.intake.Desk;
import org.tongban.application.intake.Intake;
import org.tongban.application.intake.Matter;
import org.tongban.application.intake.Samples;
import org.tongban.application.intake.Stage;
import org.tongban.application.intake.Submission;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.event.Source;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;

final class SilenceRuleTest {
    private final TestStore store = TestStore.open();
    private final TestClock clock = new TestClock();
    private final Applications applications = Samples.applications(store.database(), clock);
    private final SilenceRule rule =
            new SilenceRule(applications, new ReceiptNumbers(store.database()), Samples.CLOCK, clock);

    @BeforeEach
    void submitted() {
        new Intake(applications, Samples.CLOCK).open(Samples.bag());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void onTheFifthWorkingDayNothingHappensYet() {
        clock.set(Instant.parse("2026-11-27T15:59:59Z"));

        rule.fire();

        assertThat(read(1).stage()).isEqualTo(Stage.SUBMITTED);
    }

    @Test
    void theDayAfterEveryUnansweredCaseIsAcceptedAsOfItsReceipt() {
        clock.set(Instant.parse("2026-11-27T16:00:00Z"));

        rule.fire();

        assertThat(read(1).stage()).isEqualTo(Stage.ACCEPTED);
        assertThat(read(3).stage()).isEqualTo(Stage.ACCEPTED);
        assertThat(read(2).stage()).as("it waits, nobody has to answer").isEqualTo(Stage.WAITING);
        assertThat(read(1).deadlines().orElseThrow().statutory()).isEqualTo("2026-11-25");
        assertThat(told()).isEqualTo(3);
    }

    @Test
    void firingTwiceAcceptsOnce() {
        clock.tick(Duration.ofDays(10));

        rule.fire();
        rule.fire();

        assertThat(told()).isEqualTo(3);
    }

    @Test
    void oneThatCannotBeReadHoldsUpNoOther() {
        TrackingCode broken = TrackingCode.draw(new Random(8));
        new Intake(applications, Samples.CLOCK).open(Samples.bag(broken, Samples.OWNER, "511602"));
        store.database()
                .getCollection("applications")
                .updateOne(eq("_id", broken.value()), combine(set("division", "?"), set("silentAfter", "2026-11-01")));
        clock.tick(Duration.ofDays(10));

        rule.fire();

        assertThat(read(1).stage()).isEqualTo(Stage.ACCEPTED);
    }

    @Test
    void anAnsweredCorrectionStartsTheFiveDaysAnew() {
        applications.change(
                Samples.CODE, each -> new Desk(Samples.turn(each, 1)).requestCorrection(Samples.failing("r3")));
        clock.tick(Duration.ofDays(10));
        applications.change(
                Samples.CODE,
                each -> new Desk(Samples.turn(each, 1, clock.instant()))
                        .answerCorrection(each.requirement("r3").stream().toList()));

        rule.fire();
        assertThat(read(1).stage()).isEqualTo(Stage.SUBMITTED);
        clock.tick(Duration.ofDays(10));
        rule.fire();

        assertThat(read(1).stage()).isEqualTo(Stage.ACCEPTED);
    }

    @Test
    void aBagOfWhichNothingHasComeIsNotAccepted() {
        TrackingCode announced = TrackingCode.draw(new Random(8));
        new Intake(applications, Samples.CLOCK).open(Samples.bagToBeBrought(announced));
        clock.tick(Duration.ofDays(30));

        rule.fire();

        Application kept = applications.find(announced).orElseThrow().state();
        assertThat(kept.caseNo(1).orElseThrow().stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(kept.caseNo(3).orElseThrow().stage())
                .as("it asks for no paper")
                .isEqualTo(Stage.ACCEPTED);
        assertThat(kept.silentAfter()).isNull();
        assertThat(read(1).stage()).isEqualTo(Stage.ACCEPTED);
    }

    @Test
    void whatIsNoLicenceIsNotAcceptedBySilence() {
        TrackingCode other = TrackingCode.draw(new Random(8));
        Submission bag = Samples.bag(other, Samples.OWNER, "511602");
        List<Matter> confirmations =
                bag.matters().stream().map(each -> ofKind(each, "07")).toList();
        new Intake(applications, Samples.CLOCK)
                .open(new Submission(
                        other,
                        bag.owner(),
                        bag.listNo(),
                        bag.division(),
                        bag.applicant(),
                        bag.submittedAt(),
                        confirmations,
                        bag.requirements()));
        clock.tick(Duration.ofDays(30));

        rule.fire();

        Application kept = applications.find(other).orElseThrow().state();
        assertThat(kept.cases())
                .extracting(Case::stage)
                .containsExactly(Stage.SUBMITTED, Stage.WAITING, Stage.SUBMITTED);
        assertThat(new Desk(Samples.turn(kept, 1, clock.instant()))
                        .requestCorrection(Samples.failing("r3"))
                        .next()
                        .caseNo(1)
                        .orElseThrow()
                        .stage())
                .isEqualTo(Stage.CORRECTION_REQUESTED);
    }

    private static Matter ofKind(Matter matter, String kind) {
        return new Matter(
                matter.item(),
                matter.version(),
                matter.name(),
                matter.department(),
                kind,
                matter.caseType(),
                matter.after(),
                matter.limits(),
                matter.result(),
                matter.resultKinds(),
                matter.windows(),
                matter.procedures());
    }

    private Case read(int no) {
        return applications.find(Samples.CODE).orElseThrow().state().caseNo(no).orElseThrow();
    }

    private long told() {
        return applications.find(Samples.CODE).orElseThrow().told(new Source("application"));
    }
}
