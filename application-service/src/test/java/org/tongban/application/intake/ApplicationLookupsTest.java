package org.tongban.application.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tongban.application.CountingStore;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.reconciliation.Positions;

/** Each look-up reads what it answers and no more, however many applications there are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApplicationLookupsTest {
    private static final int ALL = 1_000;
    private static final int OWNERS = 100;
    private static final int DIVISIONS = 20;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final CountingStore store = new CountingStore();
    private final TestClock clock = new TestClock();
    private final Applications applications = Samples.applications(store.database(), clock);
    private final Random random = new Random(3);

    @BeforeAll
    void aThousandApplications() {
        for (int i = 0; i < ALL; i++) {
            clock.tick(Duration.ofMillis(1));
            applications.insert(application(i), List.of());
        }
    }

    /** Every hundredth has been silent for a month, and every one after it has a grant under way. */
    private Application application(int i) {
        Instant at = i % 100 == 0 ? clock.instant().minus(Duration.ofDays(30)) : clock.instant();
        String division = String.valueOf(510_001 + i % DIVISIONS);
        Submission bag = Samples.bag(TrackingCode.draw(random), "owner" + i % OWNERS, division);
        Submission submitted = new Submission(
                bag.code(),
                bag.owner(),
                bag.listNo(),
                bag.division(),
                bag.applicant(),
                at,
                bag.matters(),
                bag.requirements());
        Application born = Application.submitted(submitted, Samples.CLOCK).next();
        return i % 100 == 1 ? Samples.grant(born, 1).next() : born;
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void anOwnersPageIsReadFromTheEndOfTheirOwn() {
        List<Application> page = new ArrayList<>();

        long examined = store.examinedBy(() -> page.addAll(applications.ofOwner("owner7", null, 3)));

        assertThat(page).hasSize(3);
        assertThat(examined).isEqualTo(3);
        assertThat(store.examinedBy(
                        () -> applications.ofOwner("owner7", page.get(2).place(), 3)))
                .isEqualTo(3);
    }

    @Test
    void aPageOfTheWorklistIsReadFromItsPlaceInTheQueue() {
        String queue = Queue.name(Samples.MARKET, "510003", null);
        List<OnDesk> page = new ArrayList<>();

        long examined = store.examinedBy(() -> page.addAll(applications.inQueue(queue, null, null, 10)));

        assertThat(page).hasSize(10).isSortedAccordingTo((a, b) -> a.place().compareTo(b.place()));
        assertThat(examined).isEqualTo(10);
        assertThat(store.examinedBy(
                        () -> assertThat(applications.inQueue(queue, page.get(9).place(), null, 10))
                                .hasSize(10)))
                .isEqualTo(10);
    }

    @Test
    void theClockFindsTheSilentOnes() {
        List<TrackingCode> silent = new ArrayList<>();

        assertThat(store.examinedBy(() -> applications.eachSilentBefore(TODAY, silent::add)))
                .isEqualTo(ALL / 100);
        assertThat(silent).hasSize(ALL / 100);
    }

    @Test
    void theSweeperFindsWhatIsBeingIssued() {
        List<TrackingCode> issuing = new ArrayList<>();

        assertThat(store.examinedBy(
                        () -> applications.eachIssuingBefore(clock.instant().plusSeconds(1), issuing::add)))
                .isEqualTo(ALL / 100);
        assertThat(issuing).hasSize(ALL / 100);
    }

    @Test
    void thePositionsAreReadFromWhereTheLastPageEnded() {
        Positions told = applications.told();
        String middle = TestClock.START.plusMillis(ALL - 40L).toString();

        assertThat(store.examinedBy(() -> assertThat(told.after(middle).items()).hasSize(40)))
                .isEqualTo(40);
    }
}
