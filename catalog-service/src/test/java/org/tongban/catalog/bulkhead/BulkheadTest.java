package org.tongban.catalog.bulkhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tongban.platform.problem.Busy;

/** Places for dear work. */
class BulkheadTest {

    @Test
    void whoFindsNoPlaceInTimeIsToldSoAndLaterServed() {
        Bulkhead one = new Bulkhead(1, 1, Duration.ZERO);

        String done = one.run(() -> {
            assertThatThrownBy(() -> one.run(() -> "second")).isInstanceOf(Busy.class);
            return "first";
        });

        assertThat(done).isEqualTo("first");
        assertThat(one.<String>run(() -> "third")).isEqualTo("third");
    }

    @Test
    void whoFindsTooManyWaitingDoesNotWait() {
        Bulkhead noSeats = new Bulkhead(1, 0, Duration.ofDays(1));

        String done = noSeats.run(() -> {
            assertThatThrownBy(() -> noSeats.run(() -> "second")).isInstanceOf(Busy.class);
            return "first";
        });

        assertThat(done).isEqualTo("first");
    }

    @Test
    void workThatFailsLeavesItsPlace() {
        Bulkhead one = new Bulkhead(1, 0, Duration.ZERO);

        assertThatThrownBy(() -> one.run(() -> {
                    throw new IllegalStateException("paper jam");
                }))
                .hasMessage("paper jam");

        assertThat(one.<String>run(() -> "next")).isEqualTo("next");
    }
}
