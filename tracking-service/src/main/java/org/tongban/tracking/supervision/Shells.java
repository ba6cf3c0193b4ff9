package org.tongban.tracking.supervision;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.exclude;

import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.aggregate.Layout;
import org.tongban.tracking.timeline.Timeline;
import org.tongban.tracking.timeline.Timelines;

/** The shells that waited too long: of a submission that is only late, tracking would have heard by now. */
final class Shells {
    private static final int MOST_COUNTED = 1_000;

    private final Timelines timelines;
    private final SupervisionProperties properties;
    private final Clock clock;

    Shells(Timelines timelines, SupervisionProperties properties, Clock clock) {
        this.timelines = timelines;
        this.properties = properties;
        this.clock = clock;
    }

    /** The oldest first, from behind that place on. */
    List<Shell> overdue(@Nullable Place after, int limit) {
        List<Shell> shells = new ArrayList<>();
        timelines
                .store()
                .documents()
                .find(after == null ? overdue() : and(overdue(), after.behind()))
                .projection(exclude(Layout.OUTBOX, Layout.COMMANDS))
                .sort(Sorts.ascending(Timelines.SHELL_SINCE, Layout.ID))
                .limit(limit)
                .forEach(document -> {
                    Timeline timeline = timelines.store().stored(document).state();
                    Instant since = timeline.shellSince();
                    if (since != null) {
                        shells.add(Shell.of(timeline, since));
                    }
                });
        return shells;
    }

    /** How many there are, counted up to {@value #MOST_COUNTED}. */
    long count() {
        return timelines.store().documents().countDocuments(overdue(), new CountOptions().limit(MOST_COUNTED));
    }

    private Bson overdue() {
        return lt(Timelines.SHELL_SINCE, Date.from(clock.instant().minus(properties.shellAfter())));
    }

    /** A shell's place in the order of waiting. */
    record Place(Instant since, String code) {
        private Bson behind() {
            Date moment = Date.from(since);
            return or(gt(Timelines.SHELL_SINCE, moment), and(eq(Timelines.SHELL_SINCE, moment), gt(Layout.ID, code)));
        }
    }
}
