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
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import org.tongban.platform.event.DomainEvent;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.Source;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.idempotency.CommandResult;
import org.tongban.platform.idempotency.KeyReused;
import org.tongban.platform.json.Json;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;
import org.tongban.platform.mongo.BsonSize;
import org.tongban.platform.problem.Busy;
import org.tongban.platform.problem.NotFound;
import org.tongban.platform.problem.Refusal;

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

        decide(command(null, "x"), stored -> adding(stored, 2));

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
    void aRepeatedCommandDoesNothingTwice() {
        tallies.insert(new Tally("a", 1, List.of()), List.of());

        Decided<Tally> first = decide(command("k", "x"), stored -> adding(stored, 2));
        Decided<Tally> second = decide(command("k", "x"), stored -> adding(stored, 2));

        assertThat(second).isEqualTo(first);
        assertThat(tallies.find("a").orElseThrow().state().sum()).isEqualTo(3);
    }

    @Test
    void aRepeatAfterALaterChangeShowsTheStateOfNowUnderTheStatusOfThen() {
        tallies.insert(new Tally("a", 1, List.of()), List.of());
        decide(command("k", "x"), stored -> adding(stored, 2));
        decide(command(null, "y"), stored -> adding(stored, 4));

        Answer answer = decide(command("k", "x"), stored -> adding(stored, 2)).answer(Tally::sum);

        assertThat(answer).isEqualTo(new Answer(200, null, "2", "7"));
    }

    @Test
    void howManyCommandsWereCarriedOutDoesNotShowInTheDocument() {
        tallies.insert(new Tally("a", 0, List.of()), List.of());

        for (int n = 100; n < 100 + CommandLog.MOST; n++) {
            decide(longestCommand(n), AggregateStoreTest::counting);
        }
        int full = BsonSize.of(tallies.find("a").orElseThrow().document());
        for (int n = 100 + CommandLog.MOST; n < 100 + 3 * CommandLog.MOST; n++) {
            decide(longestCommand(n), AggregateStoreTest::counting);
        }

        BsonDocument document = tallies.find("a").orElseThrow().document();
        assertThat(document.getArray(Layout.COMMANDS)).hasSize(CommandLog.MOST);
        assertThat(BsonSize.of(document)).isEqualTo(full).isLessThan(256 * 1024);
    }

    @Test
    void aKeyOlderThanThoseKeptIsCarriedOutAgain() {
        tallies.insert(new Tally("a", 0, List.of()), List.of());
        for (int n = 0; n <= CommandLog.MOST; n++) {
            decide(command("k" + n, "x"), AggregateStoreTest::counting);
        }

        decide(command("k1", "x"), AggregateStoreTest::counting);
        assertThat(tallies.find("a").orElseThrow().state().sum()).isEqualTo(201);

        decide(command("k0", "x"), AggregateStoreTest::counting);
        assertThat(tallies.find("a").orElseThrow().state().sum()).isEqualTo(202);
    }

    @Test
    void aListThatChangedAndGrewIsStoredAsItIs() {
        tallies.insert(new Tally("a", 0, List.of("one", "two")), List.of());

        tallies.change("a", tally -> Change.silently(new Tally("a", 0, List.of("one", "TWO", "three"))));

        assertThat(tallies.find("a").orElseThrow().state().notes()).containsExactly("one", "TWO", "three");
    }

    @Test
    void aCommandThatWouldMakeAFullRecordLargerIsRefusedAloud() {
        AggregateStore<Tally> narrow = withLimits(new AggregateLimits(DataSize.ofKilobytes(64), 1000));
        narrow.insert(new Tally("a", 0, List.of("x".repeat(60_000))), List.of());

        assertThatThrownBy(() -> narrow.decide(
                        "a", command("k", "x"), NotFound::new, stored -> noting(stored, "y".repeat(6_000))))
                .isInstanceOf(AggregateFull.class)
                .satisfies(full -> assertThat(((Refusal) full).type().status()).isEqualTo(422));
        assertThat(narrow.find("a").orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void aFullRecordCanBeMadeSmallerAndHearsWhatOthersTell() {
        AggregateStore<Tally> narrow = withLimits(new AggregateLimits(DataSize.ofKilobytes(64), 1000));
        narrow.insert(new Tally("s", 0, List.of("x".repeat(70_000))), List.of());

        narrow.hear(event("s", 1), null, (state, event) -> Change.silently(state.add(1, "heard")));
        narrow.decide("s", command("k", "x"), NotFound::new, stored -> silently(new Tally("s", 7, List.of())));

        assertThat(narrow.find("s").orElseThrow().state()).isEqualTo(new Tally("s", 7, List.of()));
    }

    @Test
    void whatTheStoreCannotHoldIsRefusedAloudToEverybody() {
        String large = "x".repeat(9 * 1024 * 1024);
        tallies.insert(new Tally("s", 0, List.of(large)), List.of());

        assertThatThrownBy(
                        () -> tallies.hear(event("s", 1), null, (state, event) -> Change.silently(state.add(1, large))))
                .isInstanceOf(AggregateFull.class);
        assertThatThrownBy(() -> tallies.insert(new Tally("t", 0, List.of(large, large)), List.of()))
                .isInstanceOf(AggregateFull.class);
        assertThat(tallies.find("s").orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void whoseEventsCannotBeSentTakesNoMoreCommandsThatTell() {
        AggregateStore<Tally> narrow = withLimits(new AggregateLimits(DataSize.ofMegabytes(8), 2));
        narrow.insert(new Tally("a", 0, List.of()), List.of(new Added(1, NOON), new Added(2, NOON)));

        assertThatThrownBy(() -> narrow.decide("a", command("k", "x"), NotFound::new, stored -> adding(stored, 1)))
                .isInstanceOf(Busy.class);
        narrow.decide("a", command("l", "x"), NotFound::new, AggregateStoreTest::counting);

        assertThat(narrow.find("a").orElseThrow().state().sum()).isEqualTo(1);
    }

    @Test
    void aKeyThatComesAgainWithAnotherBodyIsRefused() {
        tallies.insert(new Tally("a", 1, List.of()), List.of());
        decide(command("k", "x"), stored -> adding(stored, 2));

        assertThatThrownBy(() -> decide(command("k", "y"), stored -> adding(stored, 2)))
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

    private Decided<Tally> decide(Command command, Function<Stored<Tally>, Decision<Tally>> decider) {
        return tallies.decide("a", command, NotFound::new, decider);
    }

    private AggregateStore<Tally> withLimits(AggregateLimits limits) {
        return new AggregateStore<>(
                store.database(),
                new AggregateType<>(Tally.class, "tallies", "id"),
                new TestClock(NOON),
                rung::add,
                limits);
    }

    private AggregateStore<Tally> anotherInstance() {
        return new AggregateStore<>(
                store.database(), new AggregateType<>(Tally.class, "tallies", "id"), new TestClock(NOON), rung::add);
    }

    private static void addOftenTo(AggregateStore<Tally> instance) {
        int added = 0;
        while (added < 25) {
            try {
                instance.decide("a", command(null, ""), NotFound::new, stored -> adding(stored, 1));
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
        CommandResult result = CommandResult.ok().withEtag(Long.toString(stored.version() + 1));
        return new Decision<>(Change.telling(next, new Added(n, NOON)), result);
    }

    private static Decision<Tally> counting(Stored<Tally> stored) {
        return silently(new Tally(
                stored.state().id(), stored.state().sum() + 1, stored.state().notes()));
    }

    private static Decision<Tally> noting(Stored<Tally> stored, String note) {
        return silently(stored.state().add(1, note));
    }

    private static Decision<Tally> silently(Tally next) {
        return new Decision<>(Change.silently(next), CommandResult.ok());
    }

    private static Command command(@org.jspecify.annotations.Nullable String key, String digest) {
        return new Command("me", "POST /tallies/a", key, digest, null);
    }

    private static Command longestCommand(int n) {
        return command(n + "-".repeat(197), "d".repeat(64));
    }

    private BsonArray outbox(String id) {
        BsonDocument document = tallies.find(id).orElseThrow().document();
        return document.getArray(Layout.OUTBOX);
    }
}
