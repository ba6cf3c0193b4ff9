package org.tongban.tracking.reconciliation;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.problem.FarSideDown;
import org.tongban.platform.reconciliation.Positions;

/**
 * Compares, round by round, what application told with what our timelines and notification heard. A round reads what
 * changed; all codes are walked at start and once a day. One instance compares, and every instance shows what it found.
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
    private final Reports reports;
    private final String instance = OpaqueId.next();
    private Tour news;

    private @Nullable Tour walk;
    private Instant walkStarted;
    private boolean walkedOnce;
    private String complaint = "";
    private volatile Report report = new Report(null, 0, 0, 0, true);

    Reconciliation(List<Party> parties, FarPositions far, Differences differences, Reports reports, Clock clock) {
        this.parties = parties;
        this.far = far;
        this.differences = differences;
        this.reports = reports;
        this.clock = clock;
        this.walkStarted = clock.instant();
        this.news = newsSince(walkStarted);
        this.walk = new Tour(parties, Walk::fromTheBeginning);
    }

    private Tour newsSince(Instant start) {
        return new Tour(parties, side -> Walk.from(side, start));
    }

    /** What was found last, by whatever instance; stale when that was too long ago. */
    public Report report() {
        try {
            return current(reports.last().map(Reports.Found::report).orElse(report));
        } catch (MongoException e) {
            log.debug("the report cannot be read", e);
            return report.asStale();
        }
    }

    private Report current(Report last) {
        boolean old =
                last.checkedAt() == null || last.checkedAt().plus(STALE_AFTER).isBefore(clock.instant());
        return old && !last.stale() ? last.asStale() : last;
    }

    /** Whether it is this instance that compares, and has compared all just now. */
    public boolean isComparing() {
        return !current(report).stale();
    }

    /** Whether our timeline of this code is known, to this instance, to be all that application told. */
    public boolean isCertain(String code) {
        return isComparing() && !differences.has(code);
    }

    /** Whether this code has been a difference for a minute while all sides answered. */
    boolean isLasting(String code) {
        return reports.last()
                .filter(last -> !current(last.report()).stale())
                .filter(last -> last.lasting().contains(code))
                .isPresent();
    }

    /** One round; a side that does not answer leaves all as it was, and stale. */
    void round() {
        Instant now = clock.instant();
        try {
            reports.last().filter(last -> !last.by().equals(instance)).ifPresent(last -> takeOver(last.report(), now));
            news.go(PAGES_OF_NEWS, this::heard);
            walkOn(now);
            differences.judgeAgain(now);
            complaint = "";
            report = found(now);
            reports.keep(report, instance, differences.lasting(now));
        } catch (FarSideDown e) {
            report = report.asStale();
            complain(e);
            reports.keep(report, instance, differences.lasting(now));
        } catch (MongoException e) {
            report = report.asStale();
            complain(e);
        }
    }

    /** What another instance knew of differences ended with it, so everything is compared anew. */
    private void takeOver(Report last, Instant now) {
        report = last.asStale();
        differences.forget();
        news = newsSince(now);
        walkStarted = now;
        walk = new Tour(parties, Walk::fromTheBeginning);
        walkedOnce = false;
    }

    private void complain(RuntimeException e) {
        String why = String.valueOf(NestedExceptionUtils.getMostSpecificCause(e));
        if (!why.equals(complaint)) {
            log.warn("the reconciliation is stale: {}", why, e);
        }
        complaint = why;
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
