package org.tongban.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.AggregateType;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.Source;
import org.tongban.platform.event.UnreadableEvent;
import org.tongban.platform.json.Json;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;
import org.tongban.platform.problem.Busy;

class InboxTest {
    private static final Source TELLER = new Source("application");

    private final TestClock clock = new TestClock();
    private TestStore store;
    private AggregateStore<Diary> diaries;
    private Inbox inbox;

    record Diary(String code, List<Long> heard) {
        Diary with(long n) {
            List<Long> more = new ArrayList<>(heard);
            more.add(n);
            return new Diary(code, List.copyOf(more));
        }
    }

    @BeforeEach
    void open() {
        store = TestStore.open();
        diaries = new AggregateStore<>(
                store.database(), new AggregateType<>(Diary.class, "diaries", "code"), clock, id -> {});
        inbox = inbox();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everyOrderOfArrivalGivesTheSameDiary() {
        for (List<Integer> order :
                List.of(List.of(1, 2, 3, 4), List.of(4, 3, 2, 1), List.of(2, 1, 4, 3), List.of(3, 3, 1, 2, 2, 4, 1))) {
            String code = "c" + order.hashCode();

            order.forEach(n -> inbox.hear(event(code, n)));

            assertThat(heard(code)).as("%s", order).containsExactly(1L, 2L, 3L, 4L);
        }
    }

    @Test
    void heardAgainFromTheBeginningNothingHappensTwice() {
        List.of(1, 2, 3).forEach(n -> inbox.hear(event("c", n)));

        List.of(1, 2, 3, 4).forEach(n -> inbox.hear(event("c", n)));

        assertThat(heard("c")).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void whatIsParkedOutlivesARestart() {
        inbox.hear(event("c", 2));
        inbox.hear(event("c", 3));

        Inbox restarted = inbox();
        restarted.hear(event("c", 1));

        assertThat(heard("c")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aHoleIsSkippedAfterTenMinutesAndFilledWhenItStillComes() {
        inbox.hear(event("c", 1));
        inbox.hear(event("c", 4));

        clock.tick(Duration.ofMinutes(9));
        inbox.skipOldHoles();
        assertThat(heard("c")).containsExactly(1L);
        clock.tick(Duration.ofMinutes(2));
        inbox.skipOldHoles();
        assertThat(heard("c")).containsExactly(1L, 4L);
        inbox.hear(event("c", 2));

        assertThat(heard("c")).containsExactly(1L, 4L, 2L);
    }

    @Test
    void whatIsGivenUpDoesNotHoldUpWhatIsBehindIt() {
        inbox.hear(event("c", 1));
        inbox.hear(event("c", 3));

        inbox.giveUp(event("c", 2));

        assertThat(heard("c")).containsExactly(1L, 3L);
    }

    @Test
    void whatIsParkedBehindAnEventGoesOnWhenThatEventComesAgain() {
        AtomicBoolean away = new AtomicBoolean(true);
        Inbox busy = new Inbox(
                Map.of(
                        TELLER,
                        EventHandlers.bornBy(diaries, code -> new Diary(code, List.of()))
                                .on("application.noted.v1", (diary, event) -> {
                                    if (event.sequence() == 3 && away.get()) {
                                        throw new Busy();
                                    }
                                    return Change.silently(diary.with(event.sequence()));
                                })),
                store.database(),
                clock);
        busy.hear(event("c", 1));
        busy.hear(event("c", 3));
        assertThatThrownBy(() -> busy.hear(event("c", 2))).isInstanceOf(Busy.class);

        away.set(false);
        busy.hear(event("c", 2));

        assertThat(heard("c")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void anEventWithoutAHandlerMovesThePositionOnly() {
        inbox.hear(event("c", 1));
        inbox.hear(new Envelope(
                TELLER,
                "c",
                2,
                "application.unheard-of.v9",
                Instant.EPOCH,
                Json.mapper().readTree("{}")));
        inbox.hear(event("c", 3));

        assertThat(heard("c")).containsExactly(1L, 3L);
        assertThat(diaries.find("c").orElseThrow().heard(TELLER)).isEqualTo(3);
    }

    @Test
    void aNumberFromTheFutureIsNoEventAndNothingIsParked() {
        inbox.hear(event("c", 1));

        for (long future : List.of(2_000_000_000L, 3_000_000L, Long.MAX_VALUE, 10_002L)) {
            assertThatThrownBy(() -> inbox.hear(event("c", future))).isInstanceOf(UnreadableEvent.class);
            assertThatThrownBy(() -> inbox.hear(event("unknown", future))).isInstanceOf(UnreadableEvent.class);
        }

        assertThat(store.database().getCollection("parked").countDocuments()).isZero();
        assertThat(diaries.find("unknown")).isEmpty();
        inbox.hear(event("c", 2));
        assertThat(heard("c")).containsExactly(1L, 2L);
    }

    @Test
    void aHoleOfNinetySevenIsOneRangeAndEachOfItMayStillCome() {
        inbox.hear(event("c", 1));
        inbox.hear(event("c", 99));

        clock.tick(Duration.ofMinutes(11));
        inbox.skipOldHoles();
        inbox.hear(event("c", 50));
        inbox.hear(event("c", 50));

        assertThat(heard("c")).containsExactly(1L, 99L, 50L);
        assertThat(diaries.find("c").orElseThrow().document().toJson()).contains("\"skipped\": [[2, 49], [51, 98]]");
    }

    @Test
    void aRowFromTheFutureThatIsAlreadyThereIsBuriedAndHoldsUpNobody() {
        List<String> buried = new ArrayList<>();
        Inbox burying = new Inbox(
                Map.of(TELLER, handlers()),
                store.database(),
                clock,
                (event, place, reason) -> buried.add(event.subject() + "/" + event.sequence() + " of " + place));
        Parked parked = new Parked(store.database());
        parked.park(event("a", 2_000_000_000L), "t-0-1", clock.instant());
        parked.park(event("b", 3_000_000L), "t-0-2", clock.instant());
        burying.hear(event("c", 2));

        burying.drainAll();

        assertThat(buried).containsExactly("a/2000000000 of t-0-1", "b/3000000 of t-0-2");
        clock.tick(Duration.ofMinutes(11));
        burying.skipOldHoles();
        assertThat(heard("c")).containsExactly(2L);
        assertThat(store.database().getCollection("parked").countDocuments()).isZero();
    }

    @Test
    void aRowThatNobodyCanReadHidesNoneBehindIt() {
        store.database()
                .getCollection("parked")
                .insertOne(new Document("_id", "application/broken/2")
                        .append("source", "application")
                        .append("parkedAt", Date.from(clock.instant().minusSeconds(1))));
        inbox.hear(event("c", 2));

        clock.tick(Duration.ofMinutes(11));
        inbox.drainAll();
        inbox.skipOldHoles();

        assertThat(heard("c")).containsExactly(2L);
    }

    private Inbox inbox() {
        return new Inbox(Map.of(TELLER, handlers()), store.database(), clock);
    }

    private EventHandlers<Diary> handlers() {
        return EventHandlers.bornBy(diaries, code -> new Diary(code, List.of()))
                .on("application.noted.v1", (diary, event) -> Change.silently(diary.with(event.sequence())));
    }

    private List<Long> heard(String code) {
        return diaries.find(code).orElseThrow().state().heard();
    }

    private static Envelope event(String code, long n) {
        return new Envelope(
                TELLER,
                code,
                n,
                "application.noted.v1",
                Instant.EPOCH,
                Json.mapper().readTree("{}"));
    }
}
