package org.tongban.platform.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class LoopTest {
    @Test
    void whateverFailsTheLoopGoesRoundAgain() throws InterruptedException {
        CountDownLatch rounds = new CountDownLatch(4);
        Loop loop = new Loop("rounds", Duration.ofMillis(1), () -> {
            rounds.countDown();
            if (rounds.getCount() == 3) {
                throw new IllegalStateException("once");
            }
            if (rounds.getCount() == 2) {
                throw new StackOverflowError("once more");
            }
        });

        loop.start();

        try {
            assertThat(rounds.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(loop.isRunning()).isTrue();
        } finally {
            loop.stop();
        }
    }
}
