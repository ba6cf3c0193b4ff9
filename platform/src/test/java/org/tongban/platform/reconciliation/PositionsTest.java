package org.tongban.platform.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.AggregateType;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.event.DomainEvent;
import org.tongban.platform.event.Source;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;
import org.tongban.platform.problem.BadInput;

class PositionsTest {
    private static final int PAGE = 500;

    private final TestStore store = TestStore.open();
    private final TestClock clock = new TestClock();
    private final AggregateStore<Thing> things =
            new AggregateStore<>(store.database(), new AggregateType<>(Thing.class, "things", "id"), clock, id -> {});
    private final Positions told = Positions.told(things.documents(), "application");

    record Thing(String id, long n) {}

    record Grew(long n, Instant at) implements DomainEvent {
        @Override
        public String type() {
            return "application.grew.v1";
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theLastThatWasToldIsSaidForEachCode() {
        things.insert(new Thing("a", 0), List.of(new Grew(0, clock.instant()), new Grew(1, clock.instant())));
        things.insert(new Thing("b", 0), List.of());

        assertThat(told.after(null).items())
                .containsExactly(
                        new Positions.Position("a", 2, clock.instant(), 0, false),
                        new Positions.Position("b", 0, clock.instant(), 0, false));
    }

    @Test
    void whatIsSkippedOfAnySourceIsSaid() {
        things.insert(new Thing("a", 0), List.of());
        things.skip(new Source("tracking"), "a", 2, null);
        things.skip(new Source("application"), "a", 1, null);

        assertThat(told.after(null).items())
                .extracting(Positions.Position::skipped)
                .containsExactly(3);
        assertThat(Positions.heard(things.documents(), "application")
                        .after(null)
                        .items())
                .extracting(Positions.Position::sequence)
                .containsExactly(1L);
    }

    @Test
    void pagesInTheOrderOfChangeReachEachCodeOnce() {
        for (int i = 0; i < PAGE + 3; i++) {
            things.insert(new Thing("t" + i, 0), List.of());
        }
        clock.tick(Duration.ofSeconds(1));
        things.change("t0", thing -> Change.silently(new Thing(thing.id(), 1)));

        List<String> codes = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Positions.Page page = told.after(cursor);
            page.items().forEach(position -> codes.add(position.code()));
            cursor = page.next();
        } while (cursor != null);

        assertThat(codes).hasSize(PAGE + 3).doesNotHaveDuplicates().endsWith("t0");
    }

    @Test
    void anInstantAloneIsACursorToo() {
        things.insert(new Thing("a", 0), List.of());

        assertThat(told.after("2026-11-22T02:11:08.999Z").items()).hasSize(1);
        assertThat(told.after("2026-11-22T02:11:09.000Z").items()).isEmpty();
    }

    @Test
    void anythingElseIsNone() {
        assertThatThrownBy(() -> told.after("yesterday")).isInstanceOf(BadInput.class);
    }
}
