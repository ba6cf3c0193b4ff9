package org.tongban.tracking.reconciliation;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.platform.problem.FarSideDown;
import org.tongban.platform.reconciliation.Positions;

/**
 * Compares, round by round, what application told with what our timelines and notification heard. A round reads what
 * changed; all codes are walked at start and once a day.
 */
public final class Reconciliation {
    private static final Duration STALE_AFTER = Duration.ofMinutes(1);
    private static final Duration WALKED_EVERY = Duration.ofDays(1);
    private static final int PAGES_OF_NEWS = 1_000;
    private static final int PAGES_OF_THE_WALK = 20;
    private static final int NAMED_IN_THE_LOG = 10;
    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

    private final List<Party> parties;
    private final FarPositions far;
    private final Differences differences;
    private final Clock clock;
    private final Tour news;

    private @Nullable Tour walk;
    private Instant walkStarted;
    private boolean walkedOnce;
    private boolean silent = true;
    private volatile Report report = new Report(null, 0, 0, 0, true);

    Reconciliation(List<Party> parties, FarPositions far, Differences differences, Clock clock) {
        this.parties = parties;
        this.far = far;
        this.differences = differences;
        this.clock = clock;
        this.walkStarted = clock.instant();
        this.news = new Tour(parties, side -> Walk.from(side, walkStarted));
        this.walk = new Tour(parties, Walk::fromTheBeginning);
    }

    /** What was found last; stale when that was too long ago. */
    public Report report() {
        Report last = report;
        boolean old =
                last.checkedAt() == null || last.checkedAt().plus(STALE_AFTER).isBefore(clock.instant());
        return old && !last.stale() ? last.asStale() : last;
    }

    /** Whether our timeline of this code is known to be all that application told. */
    public boolean isCertain(String code) {
        return !report().stale() && !differences.has(code);
    }

    /** Whether this code has been a difference for a minute while all sides answered. */
    boolean isLasting(String code) {
        return !report().stale() && differences.isLasting(code, clock.instant());
    }

    /** One round; a side that does not answer leaves all as it was, and stale. */
    void round() {
        Instant now = clock.instant();
        try {
            news.go(PAGES_OF_NEWS, this::heard);
            walkOn(now);
            differences.judgeAgain(now);
            silent = false;
            report = found(now);
        } catch (FarSideDown | MongoException e) {
            if (!silent) {
                log.warn("the reconciliation is stale: {}", e.toString());
            }
            silent = true;
            report = report.asStale();
        }
    }

    private void walkOn(Instant now) {
        if (walk == null && walkStarted.plus(WALKED_EVERY).isBefore(now)) {
            walkStarted = now;
            walk = new Tour(parties, Walk::fromTheBeginning);
        }
        if (walk != null && walk.finish(PAGES_OF_THE_WALK, this::heard)) {
            walk = null;
            walkedOnce = true;
        }
    }

    private void heard(Party party, List<Positions.Position> positions) {
        if (positions.isEmpty()) {
            return;
        }
        if (party.teller() != null) {
            far.remember(party.teller(), positions);
        }
        differences.judge(positions.stream().map(Positions.Position::code).toList(), clock.instant());
    }

    private Report found(Instant now) {
        List<String> counted = differences.counted(now);
        if (counted.size() != report.differences() && !counted.isEmpty()) {
            log.error(
                    "{} codes differ between application, tracking and notification: look at {}",
                    counted.size(),
                    counted.stream().limit(NAMED_IN_THE_LOG).toList());
        }
        return new Report(
                now, far.count(), counted.size(), differences.oldestUnprojectedSeconds(clock.instant()), !walkedOnce);
    }
}
