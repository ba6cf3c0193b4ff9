package org.tongban.platform.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;

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

    @Test
    void theRoundUnderWayIsWaitedForAtTheEndAndTheLeaseGivenBack() throws InterruptedException {
        try (TestStore store = TestStore.open()) {
            Leases leases = new Leases(store.database(), new TestClock());
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            AtomicBoolean done = new AtomicBoolean();
            Loop loop = Loop.inOneInstance(leases, "rounds", Duration.ofHours(1), () -> {
                begun.countDown();
                await(goOn);
                done.set(true);
            });
            loop.start();
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(leases.of("rounds", Duration.ofMinutes(1)).taken()).isFalse();
            CountDownLatch stopped = new CountDownLatch(1);

            loop.stop(stopped::countDown);
            assertThat(stopped.getCount()).isOne();
            goOn.countDown();

            assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(done).isTrue();
            assertThat(leases.of("rounds", Duration.ofMinutes(1)).taken()).isTrue();
        }
    }

    @Test
    void ofTwoInstancesOneGoesRound() throws InterruptedException {
        try (TestStore store = TestStore.open()) {
            Leases leases = new Leases(store.database(), new TestClock());
            CountDownLatch first = new CountDownLatch(3);
            AtomicInteger other = new AtomicInteger();
            Loop one = Loop.inOneInstance(leases, "rounds", Duration.ofMillis(1), first::countDown);
            one.start();
            assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();
            CountDownLatch asked = new CountDownLatch(3);
            Loop two = new Loop("asking", Duration.ofMillis(1), () -> {
                if (leases.of("rounds", Duration.ofMinutes(1)).taken()) {
                    other.incrementAndGet();
                }
                asked.countDown();
            });

            two.start();

            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(other).hasValue(0);
            two.stop();
            one.stop();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
