package org.tongban.application.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongban.application.intake.Application;
import org.tongban.application.intake.ApplicationEvent;
import org.tongban.application.intake.Applications;
import org.tongban.application.intake.Case;
import org.tongban.application.intake.Custody;
import org.tongban.application.intake.Intake;
import org.tongban.application.intake.Requirement;
import org.tongban.application.intake.Samples;
import org.tongban.application.intake.Submission;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;

/** What a paper at the counter does beside being there. */
final class FirstScanTest {
    private static final Instant WEDNESDAY = Instant.parse("2026-12-02T02:00:00Z");
    private static final TrackingCode CODE = TrackingCode.draw(new Random(9));

    private final TestStore store = TestStore.open();
    private final Applications applications = Samples.applications(store.database(), new TestClock());
    private final Counter counter = new Counter(Samples.CLOCK);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aLineThatWasToComeLaterIsHandedInAtTheCounter() {
        Application before = opened(Samples.bagWithLater(CODE, Samples.OWNER));

        Change<Application> scanned = received(before, "r7");

        assertThat(scanned.events()).singleElement().isInstanceOf(ApplicationEvent.CustodyChanged.class);
        assertThat(scanned.next().requirement("r7").orElseThrow().state()).isEqualTo(Requirement.State.BRING_ORIGINAL);
        assertThat(scanned.next().piece("r7").custody()).isEqualTo(Custody.HELD);
        assertThat(reception(scanned.next())).as("the rest was there before").isEqualTo(reception(before));
    }

    @Test
    void theFiveDaysOfABagThatIsAllToBeBroughtBeginWithItsFirstPaper() {
        Application before = opened(Samples.bagToBeBrought(CODE));
        LocalDate year = LocalDate.of(2027, 11, 22);

        Application scanned = received(before, "r2").next();
        Application again = received(scanned, "r3").next();

        assertThat(before.isSilent(first(before), year)).isFalse();
        assertThat(first(scanned).reception())
                .isNotNull()
                .satisfies(reception -> assertThat(reception.receivedAt()).isEqualTo(WEDNESDAY))
                .satisfies(reception -> assertThat(reception.answerBy()).isEqualTo("2026-12-09"));
        assertThat(scanned.isSilent(first(scanned), LocalDate.of(2026, 12, 9))).isFalse();
        assertThat(scanned.isSilent(first(scanned), LocalDate.of(2026, 12, 10))).isTrue();
        assertThat(first(scanned).version()).isEqualTo(first(before).version() + 1);
        assertThat(first(again)).isEqualTo(first(scanned));
    }

    private Application opened(Submission bag) {
        new Intake(applications, Samples.CLOCK).open(bag);
        return applications.find(CODE).orElseThrow().state();
    }

    private Change<Application> received(Application application, String rid) {
        return counter.scanned(
                application,
                new RecordedScan(
                        "scan-" + rid,
                        "ORIGINALS_RECEIVED",
                        List.of(new RecordedScan.Item(rid)),
                        WEDNESDAY,
                        null,
                        null,
                        null));
    }

    private static Case first(Application application) {
        return application.caseNo(1).orElseThrow();
    }

    private static Object reception(Application application) {
        return String.valueOf(first(application).reception());
    }
}
