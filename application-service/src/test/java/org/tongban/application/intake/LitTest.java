package org.tongban.application.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongban.application.clock.Deadlines;
import org.tongban.application.clock.Light;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;
import org.tongban.platform.time.LegalZone;

/** Which applications a desk sees by their light is told by the dates that are stored with them. */
final class LitTest {
    private static final LocalDate BEGUN = LegalZone.dateOf(Samples.NOW);

    private final TestStore store = TestStore.open();
    private final Applications applications = Samples.applications(store.database(), new TestClock());
    private final Application accepted = Samples.accept(Samples.submitted(), 1).next();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void noneIsMissedOnAnyDay() {
        applications.insert(accepted, List.of());

        for (LocalDate day = BEGUN; day.isBefore(BEGUN.plusDays(40)); day = day.plusDays(1)) {
            Light light = Samples.present(accepted.cases().get(0).light(day));
            assertThat(found(light, Samples.MARKET, day))
                    .as("%s on %s", light, day)
                    .isTrue();
        }
    }

    @Test
    void whatIsNotDueYetIsLeftInTheStore() {
        applications.insert(accepted, List.of());
        Deadlines dates = accepted.cases().get(0).deadlines().orElseThrow();
        LocalDate yellow = Samples.present(dates.yellowOn());
        LocalDate red = Samples.present(dates.redOn());

        assertThat(found(Light.YELLOW, Samples.MARKET, yellow.minusDays(1))).isFalse();
        assertThat(found(Light.RED, Samples.MARKET, red.minusDays(1))).isFalse();
        assertThat(found(Light.RED, Samples.FIRE, red)).isFalse();
    }

    @Test
    void whatIsNotAcceptedHasNoLight() {
        applications.insert(Samples.submitted(), List.of());

        assertThat(found(Light.GREEN, Samples.MARKET, BEGUN)).isFalse();
        assertThat(found(Light.RED, Samples.MARKET, BEGUN.plusYears(1))).isFalse();
    }

    private boolean found(Light light, String department, LocalDate today) {
        String queue = Queue.name(Samples.MARKET, accepted.division().code(), null);
        List<OnDesk> page = applications.inQueue(queue, null, Applications.lit(light, department, today), 10);
        assertThat(page).allSatisfy(row -> assertThat(row.cases()).isNotEmpty());
        return page.stream().anyMatch(row -> row.code().equals(accepted.code()));
    }
}
