package org.tongban.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.AggregateType;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.Source;
import org.tongban.platform.json.Json;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;

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

    private Inbox inbox() {
        EventHandlers<Diary> handlers = EventHandlers.bornBy(diaries, code -> new Diary(code, List.of()))
                .on("application.noted.v1", (diary, event) -> Change.silently(diary.with(event.sequence())));
        return new Inbox(Map.of(TELLER, handlers), store.database(), clock);
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
