package org.tongban.tracking.timeline;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.AggregateType;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.aggregate.Layout;
import org.tongban.platform.aggregate.Stored;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.event.Source;
import org.tongban.platform.problem.Busy;
import org.tongban.platform.problem.NotFound;

/** The timelines of all codes. */
public final class Timelines {
    public static final AggregateType<Timeline> TYPE = new AggregateType<>(Timeline.class, "timelines", "code");
    public static final Source APPLICATION = new Source("application");
    public static final Source NOTIFICATION = new Source("notification");

    /** The service's Kafka consumer group. */
    public static final String GROUP = "tracking-service";

    /** Sparse: the days on which lights are due. */
    public static final String LIGHTS_DUE = "lightsDue";

    /** Sparse: since when codes wait for their submission. */
    public static final String SHELL_SINCE = "shellSince";

    private static final int LONG_ONES_AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final AggregateStore<Timeline> store;
    private final Archives archives;
    private final Clock clock;

    /** A long timeline takes some megabytes while it is read: so many at a time. */
    private final Semaphore longOnes = new Semaphore(LONG_ONES_AT_ONCE);

    Timelines(AggregateStore<Timeline> store, Archives archives, Clock clock) {
        this.store = store;
        this.archives = archives;
        this.clock = clock;
        store.documents().createIndex(Indexes.ascending(LIGHTS_DUE), new IndexOptions().sparse(true));
        store.documents().createIndex(Indexes.ascending(SHELL_SINCE), new IndexOptions().sparse(true));
    }

    public AggregateStore<Timeline> store() {
        return store;
    }

    /** What is known of a code, shells included. */
    public Optional<Stored<Timeline>> find(TrackingCode code) {
        return store.find(code.value());
    }

    /** What the code's holder may look at: nothing before its submission is heard. */
    public Optional<Stored<Timeline>> findSubmitted(TrackingCode code) {
        return find(code).filter(stored -> !stored.state().isShell());
    }

    /** As {@link #findSubmitted}, but how it stands and its version alone: without its entries. */
    public Optional<Stored<Timeline>> findOutline(TrackingCode code) {
        return Optional.ofNullable(store.documents()
                        .find(Filters.eq(Layout.ID, code.value()))
                        .projection(Projections.include(Layout.VERSION, "standing"))
                        .first())
                .map(store::stored)
                .filter(stored -> !stored.state().isShell());
    }

    /**
     * Looks at a timeline with all its entries, which must not be written.
     *
     * @throws Busy when too many long ones are looked at just now
     */
    public <R> R wholly(Timeline timeline, Function<Timeline, R> look) {
        if (!timeline.isArchivedInPart()) {
            return look.apply(timeline);
        }
        try {
            if (!longOnes.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return look.apply(archives.whole(timeline));
        } finally {
            longOnes.release();
        }
    }

    /**
     * A part of a timeline.
     *
     * @param standing how the whole of it stands
     */
    public record Excerpt(Standing standing, List<Entry> entries) {
        public Excerpt {
            entries = List.copyOf(entries);
        }
    }

    /** The entries behind that number, in order, at most so many. */
    public Excerpt after(TrackingCode code, int no, int limit) {
        Timeline timeline = find(code).orElseThrow().state();
        return new Excerpt(timeline.standing(), archives.after(timeline, no, limit));
    }

    /** One entry, archived or not. */
    public Optional<Entry> entry(Timeline timeline, int no) {
        return archives.entry(timeline, no);
    }

    /** For a code that fits but that nobody knows, or not yet. */
    public static NotFound unknown() {
        return new NotFound(
                "没有找到这个编码；如果刚刚提交，请稍候再查。",
                "There is no such code; if it was submitted just now, look again in a moment.");
    }

    /** Writes a timeline on, and begins it when there is none. */
    public Timeline append(TrackingCode code, BiFunction<Timeline, Instant, Change<Timeline>> decider) {
        while (true) {
            Optional<Timeline> after = store.change(code.value(), timeline -> decider.apply(timeline, clock.instant()));
            if (after.isPresent()) {
                return after.get();
            }
            Change<Timeline> first = decider.apply(Timeline.shell(code.value()), clock.instant());
            if (store.insert(first.next(), first.events())) {
                return first.next();
            }
        }
    }
}
