package org.tongban.application.custody;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.application.clock.LegalClock;
import org.tongban.application.intake.Application;
import org.tongban.application.intake.ApplicationEvent;
import org.tongban.application.intake.Case;
import org.tongban.application.intake.Course;
import org.tongban.application.intake.Custody;
import org.tongban.application.intake.Delivery;
import org.tongban.application.intake.Piece;
import org.tongban.application.intake.Scan;
import org.tongban.application.intake.Stage;
import org.tongban.application.intake.Turn;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.event.DomainEvent;

/** What a scan at a counter means for an application: papers move, results are handed over. */
final class Counter {
    private static final Logger log = LoggerFactory.getLogger(Counter.class);
    private static final int MOST_STRANGE = 50;

    private final LegalClock clock;

    Counter(LegalClock clock) {
        this.clock = clock;
    }

    Change<Application> scanned(Application application, RecordedScan scan) {
        if (!scan.isWhole()) {
            log.warn("a scan that says too little moves nothing code={}", application.code());
            return Change.silently(application);
        }
        return switch (scan.action()) {
            case "RESULT_COLLECTED" -> delivered(application, scan, Delivery.Method.COUNTER);
            case "POSTED" -> delivered(application, scan, Delivery.Method.POST);
            default -> CustodyFold.movesPaper(scan.action()) ? moved(application, scan) : Change.silently(application);
        };
    }

    private Change<Application> delivered(Application application, RecordedScan scan, Delivery.Method method) {
        Application next = application;
        List<DomainEvent> events = new ArrayList<>();
        for (Case each : application.cases()) {
            if (each.stage() == Stage.GRANTED || each.stage() == Stage.REFUSED) {
                Turn turn = new Turn(next, each, scan.by(), scan.countsAt(), clock);
                Change<Application> change = new Course(turn).deliver(method);
                next = change.next();
                events.addAll(change.events());
            }
        }
        return new Change<>(next, events);
    }

    private Change<Application> moved(Application application, RecordedScan scan) {
        Application next = application;
        List<DomainEvent> events = new ArrayList<>();
        for (String rid : scan.rids(application)) {
            if (isBeyondBounds(next, rid)) {
                log.warn("a scan of {} names more papers than are folded code={}", rid, application.code());
                continue;
            }
            Piece known = next.piece(rid);
            if (known.scans().stream().noneMatch(heard -> heard.scanId().equals(scan.scanId()))) {
                Scan fresh = new Scan(scan.scanId(), rid, scan.action(), scan.countsAt(), scan.isElsewhere());
                CustodyFold fold = CustodyFold.of(known, fresh, application.isAwaited(rid));
                next = next.withPiece(fold.piece());
                events.addAll(told(known, fold, scan));
            }
        }
        return new Change<>(next.arrivedSince(application, scan.countsAt(), clock), events);
    }

    /** Papers that are on no line of the list: some are a mistake, hundreds are none. */
    private static boolean isBeyondBounds(Application application, String rid) {
        return application.requirement(rid).isEmpty()
                && application.pieces().stream().noneMatch(piece -> piece.rid().equals(rid))
                && application.pieces().stream()
                                .filter(piece ->
                                        application.requirement(piece.rid()).isEmpty())
                                .count()
                        >= MOST_STRANGE;
    }

    private static List<ApplicationEvent> told(Piece before, CustodyFold fold, RecordedScan scan) {
        List<ApplicationEvent> events = new ArrayList<>();
        Custody custody = fold.piece().custody();
        List<String> settled = before.disputed().stream()
                .filter(scanId -> !fold.disputes().containsKey(scanId))
                .filter(scanId -> fold.piece().scans().stream()
                        .anyMatch(kept -> kept.scanId().equals(scanId)))
                .toList();
        if (custody != before.custody() || !settled.isEmpty()) {
            events.add(new ApplicationEvent.CustodyChanged(
                    before.rid(), custody, scan.scanId(), settled, scan.countsAt()));
        }
        fold.disputes().forEach((scanId, reason) -> {
            if (!before.disputed().contains(scanId)) {
                events.add(new ApplicationEvent.ScanDisputed(scanId, before.rid(), reason, scan.countsAt()));
            }
        });
        return events;
    }
}
