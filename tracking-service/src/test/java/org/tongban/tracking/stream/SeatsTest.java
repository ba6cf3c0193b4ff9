package org.tongban.tracking.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tongban.platform.problem.Busy;

final class SeatsTest {
    private static final Seats.Holder PERSON = new Seats.Holder("p", true);
    private static final Seats.Holder ADDRESS = new Seats.Holder("192.0.2.1", false);

    private final Seats seats = new Seats(properties(7));

    private static StreamProperties properties(int watchers) {
        return new StreamProperties(Duration.ofSeconds(15), Duration.ofMinutes(30), watchers, 4, 2, 3, 1);
    }

    @Test
    void aPersonAnAddressAndACodeHaveTheirShare() {
        seats.take("a", PERSON);
        seats.take("b", PERSON);
        assertThatThrownBy(() -> seats.take("c", PERSON)).isInstanceOf(TooManyStreams.class);
        for (int i = 0; i < 3; i++) {
            seats.take("a", ADDRESS);
        }
        assertThatThrownBy(() -> seats.take("b", ADDRESS)).isInstanceOf(TooManyStreams.class);

        assertThatThrownBy(() -> seats.take("a", null)).isInstanceOf(TooManyStreams.class);
        assertThat(seats.taken()).isEqualTo(5);
    }

    @Test
    void whenAllAreTakenTheNextIsAskedToComeAgain() {
        for (int i = 0; i < 7; i++) {
            seats.take("code " + i, null);
        }

        assertThatThrownBy(() -> seats.take("h", null)).isInstanceOf(Busy.class);
    }

    @Test
    void whoLeavesTwiceLeavesOnce() {
        Runnable leave = seats.take("a", PERSON);
        seats.take("a", PERSON);

        leave.run();
        leave.run();

        assertThat(seats.taken()).isEqualTo(1);
        seats.take("a", PERSON);
        assertThatThrownBy(() -> seats.take("a", PERSON)).isInstanceOf(TooManyStreams.class);
    }

    @Test
    void theHeapSaysHowManyThereAre() {
        assertThat(properties(0).watchers()).isBetween(1, 10_000).isLessThanOrEqualTo((int)
                (Runtime.getRuntime().maxMemory() / 500_000));
    }
}
