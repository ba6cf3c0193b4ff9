package org.tongban.platform.idempotency;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.json.Json;
import org.tongban.platform.kit.Fork;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;
import org.tongban.platform.problem.Busy;
import org.tongban.platform.problem.NotNow;

class IdempotencyTest {
    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    private final TestClock clock = new TestClock(NOON);
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
        Answer first = create(command("k", "x"), OpaqueId::next, this::make);
        Answer second = create(command("k", "x"), OpaqueId::next, this::make);

        assertThat(second).isEqualTo(first);
        assertThat(made).hasSize(1);
    }

    @Test
    void aRepeatShowsTheThingAsItIsByThen() {
        idempotency.create(command("k", "x"), () -> "one", this::make, id -> Map.of("id", id));

        Answer repeat =
                idempotency.create(command("k", "x"), () -> "two", this::make, id -> Map.of("id", id, "changed", true));

        assertThat(repeat.status()).isEqualTo(201);
        assertThat(repeat.location()).isEqualTo("/things/one");
        assertThat(Json.mapper().readTree(repeat.body()))
                .isEqualTo(Json.mapper().readTree("{\"id\":\"one\",\"changed\":true}"));
    }

    @Test
    void noRowKeepsWhatWasAnswered() {
        create(command("k", "x"), OpaqueId::next, this::make);

        Document row = rows().find().first();

        assertThat(row).containsOnlyKeys("_id", "digest", "reserved", "at", "expiresAt", "answer");
        assertThat(row.get("answer", Document.class)).containsOnlyKeys("status", "location", "etag");
    }

    @Test
    void aRowThatAnOlderVersionWroteWithItsBodyIsAnsweredAnew() {
        create(command("k", "x"), () -> "one", this::make);
        rows().updateOne(
                        new Document(),
                        combine(set("answer.body", "{\"id\":\"old\"}"), set("answer.mediaType", "application/json")));

        Answer repeat = create(command("k", "x"), OpaqueId::next, this::make);

        assertThat(repeat.body()).isEqualTo("{\"id\":\"one\"}");
        assertThat(made).hasSize(1);
    }

    @Test
    void aStoreThatExpiresRowsByItselfIsToldWhen() {
        create(command("k", "x"), OpaqueId::next, this::make);

        assertThat(rows().find().first().getDate("expiresAt")).isEqualTo(Date.from(NOON.plus(Duration.ofHours(24))));
        assertThat(rows().listIndexes())
                .anySatisfy(index -> assertThat(index)
                        .containsEntry("key", new Document("expiresAt", 1))
                        .containsKey("expireAfterSeconds"));
    }

    @Test
    void aLeaseThatRunsIsNotTakenOverAndOneThatRanOutIs() {
        create(command("k", "x"), () -> "reserved", id -> {
            clock.tick(Duration.ofSeconds(9));
            assertThatThrownBy(() -> create(command("k", "x"), OpaqueId::next, this::make))
                    .isInstanceOf(InFlight.class);
            clock.tick(Duration.ofSeconds(2));
            return create(command("k", "x"), OpaqueId::next, this::make);
        });

        assertThat(made).containsExactly("reserved");
    }

    @Test
    void withoutAKeyEveryRequestMakesItsOwnThing() {
        create(command(null, "x"), OpaqueId::next, this::make);
        create(command(null, "x"), OpaqueId::next, this::make);

        assertThat(made).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        create(command("k", "x"), OpaqueId::next, this::make);

        assertThatThrownBy(() -> create(command("k", "y"), OpaqueId::next, this::make))
                .isInstanceOf(KeyReused.class);
    }

    @Test
    void whoDiedInTheMiddleIsFollowedUnderTheSameReservedId() {
        assertThatThrownBy(() -> create(command("k", "x"), () -> "reserved", id -> {
                    made.add(id);
                    throw new IllegalStateException("died");
                }))
                .isInstanceOf(IllegalStateException.class);
        clock.tick(Duration.ofSeconds(11));

        create(command("k", "x"), () -> "another", this::make);

        assertThat(made).containsExactly("reserved", "reserved");
    }

    /** The thing may be there already although its maker was told to come again. */
    @Test
    void whoIsAskedToComeAgainComesAtOnceUnderTheSameReservedId() {
        assertThatThrownBy(() -> create(command("k", "x"), () -> "reserved", id -> {
                    made.add(id);
                    throw new Busy();
                }))
                .isInstanceOf(Busy.class);

        create(command("k", "x"), () -> "another", this::make);

        assertThat(made).containsExactly("reserved", "reserved");
    }

    @Test
    void whileItIsInFlightARepeatIsToldToWait() {
        create(command("k", "x"), OpaqueId::next, id -> {
            assertThatThrownBy(() -> create(command("k", "x"), OpaqueId::next, this::make))
                    .isInstanceOf(InFlight.class);
            return make(id);
        });

        assertThat(made).hasSize(1);
    }

    @Test
    void whoIsRefusedAfterTheLeaseDoesNotForgetTheReservationOfWhoTookOver() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch takenOver = new CountDownLatch(1);
        Thread slow = new Thread(() -> assertThatThrownBy(() -> create(command("k", "x"), () -> "one", id -> {
                    begun.countDown();
                    await(takenOver);
                    throw new NotNow("不行", "no");
                }))
                .isInstanceOf(NotNow.class));
        slow.start();
        await(begun);
        clock.tick(Duration.ofSeconds(11));

        create(command("k", "x"), () -> "two", id -> {
            takenOver.countDown();
            join(slow);
            assertThatThrownBy(() -> create(command("k", "x"), () -> "three", this::make))
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

        Instant afterTheLease = Instant.now().plusSeconds(11);
        CreatingProcess.create(store.database(), new TestClock(afterTheLease));

        assertThat(store.database().getCollection("things").countDocuments()).isEqualTo(1);
    }

    @Test
    void aRefusalIsNotRememberedSoThatTheCallerMayMendIt() {
        assertThatThrownBy(() -> create(command("k", "x"), OpaqueId::next, id -> {
                    throw new NotNow("不行", "no");
                }))
                .isInstanceOf(NotNow.class);

        Answer answer = create(command("k", "mended"), OpaqueId::next, this::make);

        assertThat(answer.status()).isEqualTo(201);
    }

    @Test
    void anotherCallersKeyIsAnotherKey() {
        create(command("k", "x"), OpaqueId::next, this::make);
        create(new Command("you", "POST /things", "k", "x", null), OpaqueId::next, this::make);

        assertThat(made).hasSize(2);
    }

    @Test
    void afterADayTheKeyIsForgotten() {
        create(command("k", "x"), OpaqueId::next, this::make);
        clock.tick(Duration.ofHours(25));

        idempotency.forgetOld();
        create(command("k", "y"), OpaqueId::next, this::make);

        assertThat(made).hasSize(2);
    }

    private MongoCollection<Document> rows() {
        return store.database().getCollection("idempotency");
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

    private Answer create(Command command, Supplier<String> newId, Function<String, Answer> make) {
        return idempotency.create(command, newId, make, id -> Map.of("id", id));
    }

    private Answer make(String id) {
        made.add(id);
        return Answer.created(URI.create("/things/" + id), Map.of("id", id));
    }

    private static Command command(@org.jspecify.annotations.Nullable String key, String digest) {
        return new Command("me", "POST /things", key, digest, null);
    }
}
