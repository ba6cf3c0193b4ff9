package org.tongban.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tongban.local.part.Patience.Signs;

final class PatienceTest {
    private long now = 1_000;
    private long log;
    private Duration processor = Duration.ZERO;

    private final Patience patience = new Patience(() -> now, () -> new Signs(log, processor));

    @Test
    void whoSaysAndDoesNothingIsGivenUpAfterAWhile() {
        pass(Patience.WITHOUT_SIGN);
        assertThat(patience.isOver()).isFalse();

        pass(Duration.ofSeconds(1));
        assertThat(patience.isOver()).isTrue();
    }

    @Test
    void aSlowPartIsWaitedForAsLongAsItsLogGrowsOrItWorks() {
        for (int minute = 0; minute < 10; minute++) {
            log += 80;
            pass(Duration.ofMinutes(1));
            assertThat(patience.isOver()).isFalse();
        }
        for (int minute = 0; minute < 10; minute++) {
            processor = processor.plusSeconds(2);
            pass(Duration.ofMinutes(1));
            assertThat(patience.isOver()).isFalse();
        }
    }

    @Test
    void theBitOfProcessorTimeThatAHangingJvmUsesIsNoSign() {
        for (int second = 0; second <= Patience.WITHOUT_SIGN.toSeconds(); second++) {
            processor = processor.plusMillis(5);
            pass(Duration.ofSeconds(1));
            patience.isOver();
        }

        assertThat(patience.isOver()).isTrue();
    }

    @Test
    void whoOnlyRepeatsItsComplaintsIsGivenUpInTheEnd() {
        for (Duration waited = Duration.ZERO; waited.compareTo(Patience.AT_MOST) <= 0; waited = waited.plusMinutes(1)) {
            assertThat(patience.isOver()).isFalse();
            log += 80;
            pass(Duration.ofMinutes(1));
        }

        assertThat(patience.isOver()).isTrue();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
