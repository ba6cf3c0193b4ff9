package org.tongban.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.kit.Fork;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;
import org.tongban.platform.problem.NotNow;

class IdempotencyTest {
    private final TestClock clock = new TestClock(Instant.parse("2026-11-24T04:00:00Z"));
    private final List<String> made = new ArrayList<>();
    private TestStore store;
    private Idempotency idempotency;

    @BeforeEach
    void open() {
        store = TestStore.open();
        idempotency = new Idempotency(store.database(), clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aRepeatGetsTheFirstAnswerWithoutMakingASecondThing() {
        Answer first = idempotency.create(command("k", "x"), OpaqueId::next, this::make);
        Answer second = idempotency.create(command("k", "x"), OpaqueId::next, this::make);

        assertThat(second).isEqualTo(first);
        assertThat(made).hasSize(1);
    }

    @Test
    void withoutAKeyEveryRequestMakesItsOwnThing() {
        idempotency.create(command(null, "x"), OpaqueId::next, this::make);
        idempotency.create(command(null, "x"), OpaqueId::next, this::make);

        assertThat(made).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        idempotency.create(command("k", "x"), OpaqueId::next, this::make);

        assertThatThrownBy(() -> idempotency.create(command("k", "y"), OpaqueId::next, this::make))
                .isInstanceOf(KeyReused.class);
    }

    @Test
    void whoDiedInTheMiddleIsFollowedUnderTheSameReservedId() {
        assertThatThrownBy(() -> idempotency.create(command("k", "x"), () -> "reserved", id -> {
                    made.add(id);
                    throw new IllegalStateException("died");
                }))
                .isInstanceOf(IllegalStateException.class);
        clock.tick(Duration.ofSeconds(31));

        idempotency.create(command("k", "x"), () -> "another", this::make);

        assertThat(made).containsExactly("reserved", "reserved");
    }

    @Test
    void whileItIsInFlightARepeatIsToldToWait() {
        idempotency.create(command("k", "x"), OpaqueId::next, id -> {
            assertThatThrownBy(() -> idempotency.create(command("k", "x"), OpaqueId::next, this::make))
                    .isInstanceOf(InFlight.class);
            return make(id);
        });

        assertThat(made).hasSize(1);
    }

    @Test
    void whoIsRefusedAfterTheLeaseDoesNotForgetTheReservationOfWhoTookOver() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch takenOver = new CountDownLatch(1);
        Thread slow =
                new Thread(() -> assertThatThrownBy(() -> idempotency.create(command("k", "x"), () -> "one", id -> {
                            begun.countDown();
                            await(takenOver);
                            throw new NotNow("不行", "no");
                        }))
                        .isInstanceOf(NotNow.class));
        slow.start();
        await(begun);
        clock.tick(Duration.ofSeconds(31));

        idempotency.create(command("k", "x"), () -> "two", id -> {
            takenOver.countDown();
            join(slow);
            assertThatThrownBy(() -> idempotency.create(command("k", "x"), () -> "three", this::make))
                    .isInstanceOf(InFlight.class);
            return make(id);
        });

        assertThat(made).containsExactly("one");
    }

    @Test
    void whoDiesBeforeTheAnswerIsKeptIsFollowedUnderTheSameId() {
        new Fork(CreatingProcess.class)
                .dieAt(
                        "idempotency.before-answer",
                        TestStore.uri(),
                        store.database().getName());

        Instant afterTheLease = Instant.now().plusSeconds(31);
        CreatingProcess.create(store.database(), new TestClock(afterTheLease));

        assertThat(store.database().getCollection("things").countDocuments()).isEqualTo(1);
    }

    @Test
    void aRefusalIsNotRememberedSoThatTheCallerMayMendIt() {
        assertThatThrownBy(() -> idempotency.create(command("k", "x"), OpaqueId::next, id -> {
                    throw new NotNow("不行", "no");
                }))
                .isInstanceOf(NotNow.class);

        Answer answer = idempotency.create(command("k", "mended"), OpaqueId::next, this::make);

        assertThat(answer.status()).isEqualTo(201);
    }

    @Test
    void anotherCallersKeyIsAnotherKey() {
        idempotency.create(command("k", "x"), OpaqueId::next, this::make);
        idempotency.create(new Command("you", "POST /things", "k", "x", null), OpaqueId::next, this::make);

        assertThat(made).hasSize(2);
    }

    @Test
    void afterADayTheKeyIsForgotten() {
        idempotency.create(command("k", "x"), OpaqueId::next, this::make);
        clock.tick(Duration.ofHours(25));

        idempotency.forgetOld();
        idempotency.create(command("k", "y"), OpaqueId::next, this::make);

        assertThat(made).hasSize(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(20_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer make(String id) {
        made.add(id);
        return Answer.created(URI.create("/things/" + id), Map.of("id", id));
    }

    private static Command command(@org.jspecify.annotations.Nullable String key, String digest) {
        return new Command("me", "POST /things", key, digest, null);
    }
}
