package org.tongban.platform.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongban.platform.event.DomainEvent;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.Source;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.idempotency.KeyReused;
import org.tongban.platform.json.Json;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;
import org.tongban.platform.problem.Busy;

class AggregateStoreTest {
    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    private final List<String> rung = new CopyOnWriteArrayList<>();
    private TestStore store;
    private AggregateStore<Tally> tallies;

    record Tally(String id, long sum, List<String> notes) {
        Tally add(long n, String note) {
            List<String> more = new ArrayList<>(notes);
            more.add(note);
            return new Tally(id, sum + n, List.copyOf(more));
        }
    }

    record Added(long n, Instant at) implements DomainEvent {
        @Override
        public String type() {
            return "application.added.v1";
        }
    }

    @BeforeEach
    void open() {
        store = TestStore.open();
        tallies = new AggregateStore<>(
                store.database(), new AggregateType<>(Tally.class, "tallies", "id"), new TestClock(NOON), rung::add);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aSecondInsertOfTheSameIdIsSaidAndChangesNothing() {
        assertThat(tallies.insert(new Tally("a", 1, List.of()), List.of(new Added(1, NOON))))
                .isTrue();

        assertThat(tallies.insert(new Tally("a", 9, List.of()), List.of(new Added(9, NOON))))
                .isFalse();

        assertThat(tallies.find("a").orElseThrow().state().sum()).isEqualTo(1);
        assertThat(outbox("a")).hasSize(1);
        assertThat(rung).containsExactly("a");
    }

    @Test
    void aDecisionStoresStateEventsAndCountersInOneWrite() {
        tallies.insert(new Tally("a", 1, List.of()), List.of(new Added(1, NOON)));

        tallies.decide("a", command(null, "x"), stored -> adding(stored, 2));

        Stored<Tally> now = tallies.find("a").orElseThrow();
        assertThat(now.state()).isEqualTo(new Tally("a", 3, List.of("2")));
        assertThat(now.version()).isEqualTo(2);
        assertThat(now.told(new Source("application"))).isEqualTo(2);
        assertThat(outbox("a"))
                .extracting(entry -> entry.asDocument().getInt64("sequence").getValue())
                .containsExactly(1L, 2L);
        assertThat(now.document().containsKey(Layout.PENDING_SINCE)).isTrue();
    }

    @Test
    void aRepeatedCommandGetsTheFirstAnswerAndDoesNothingTwice() {
        tallies.insert(new Tally("a", 1, List.of()), List.of());

        Answer first = tallies.decide("a", command("k", "x"), stored -> adding(stored, 2));
        Answer second = tallies.decide("a", command("k", "x"), stored -> adding(stored, 2));

        assertThat(second).isEqualTo(first);
        assertThat(tallies.find("a").orElseThrow().state().sum()).isEqualTo(3);
    }

    @Test
    void aKeyThatComesAgainWithAnotherBodyIsRefused() {
        tallies.insert(new Tally("a", 1, List.of()), List.of());
        tallies.decide("a", command("k", "x"), stored -> adding(stored, 2));

        assertThatThrownBy(() -> tallies.decide("a", command("k", "y"), stored -> adding(stored, 2)))
                .isInstanceOf(KeyReused.class);
    }

    @Test
    void racesBetweenInstancesAreDecidedAgainOnTheFreshState() throws Exception {
        tallies.insert(new Tally("a", 0, List.of()), List.of());
        ExecutorService both = Executors.newFixedThreadPool(2);

        List<Future<?>> done =
                List.of(both.submit(() -> addOftenTo(tallies)), both.submit(() -> addOftenTo(anotherInstance())));

        for (Future<?> each : done) {
            each.get(30, TimeUnit.SECONDS);
        }
        both.shutdown();
        Stored<Tally> now = tallies.find("a").orElseThrow();
        assertThat(now.state().sum()).isEqualTo(50);
        assertThat(now.told(new Source("application"))).isEqualTo(50);
    }

    @Test
    void anEventHeardTwiceIsAppliedOnce() {
        assertThat(hear(1)).isEqualTo(AggregateStore.Heard.APPLIED);
        assertThat(hear(1)).isEqualTo(AggregateStore.Heard.DROPPED);

        assertThat(tallies.find("s").orElseThrow().state().sum()).isEqualTo(1);
    }

    @Test
    void anEventBeforeItsTurnIsNotApplied() {
        hear(1);

        assertThat(hear(3)).isEqualTo(AggregateStore.Heard.EARLY);

        assertThat(tallies.find("s").orElseThrow().heard(new Source("tracking")))
                .isEqualTo(1);
    }

    @Test
    void aSkippedNumberMayStillComeAndIsAppliedOnce() {
        hear(1);
        tallies.skip(new Source("tracking"), "s", 3, null);

        assertThat(hear(4)).isEqualTo(AggregateStore.Heard.APPLIED);
        assertThat(hear(2)).isEqualTo(AggregateStore.Heard.APPLIED);
        assertThat(hear(2)).isEqualTo(AggregateStore.Heard.DROPPED);

        Stored<Tally> now = tallies.find("s").orElseThrow();
        assertThat(now.state().sum()).isEqualTo(3);
        assertThat(Position.of(now.document(), new Source("tracking")))
                .isEqualTo(new Position(4, List.of(new Position.Gap(3, 3))));
    }

    @Test
    void anEventAboutAStrangerIsDroppedWhereNobodyIsBornByIt() {
        Envelope event = event("stranger", 1);

        assertThat(tallies.hear(event, null, (state, same) -> Change.silently(state)))
                .isEqualTo(AggregateStore.Heard.DROPPED);
        assertThat(tallies.find("stranger")).isEmpty();
    }

    private AggregateStore<Tally> anotherInstance() {
        return new AggregateStore<>(
                store.database(), new AggregateType<>(Tally.class, "tallies", "id"), new TestClock(NOON), rung::add);
    }

    private static void addOftenTo(AggregateStore<Tally> instance) {
        int added = 0;
        while (added < 25) {
            try {
                instance.decide("a", command(null, ""), stored -> adding(stored, 1));
                added++;
            } catch (Busy repeat) {
                assertThat(repeat.retryAfter()).isNotNull();
            }
        }
    }

    private AggregateStore.Heard hear(long sequence) {
        return tallies.hear(
                event("s", sequence),
                id -> new Tally(id, 0, List.of()),
                (state, event) -> Change.silently(state.add(1, "heard")));
    }

    private static Envelope event(String subject, long sequence) {
        return new Envelope(
                new Source("tracking"),
                subject,
                sequence,
                "tracking.x.v1",
                NOON,
                Json.mapper().readTree("{}"));
    }

    private static Decision<Tally> adding(Stored<Tally> stored, long n) {
        Tally next = stored.state().add(n, Long.toString(n));
        return new Decision<>(Change.telling(next, new Added(n, NOON)), Answer.ok(next));
    }

    private static Command command(@org.jspecify.annotations.Nullable String key, String digest) {
        return new Command("me", "POST /tallies/a", key, digest, null);
    }

    private BsonArray outbox(String id) {
        BsonDocument document = tallies.find(id).orElseThrow().document();
        return document.getArray(Layout.OUTBOX);
    }
}
