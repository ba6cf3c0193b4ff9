package org.tongban.application.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.application.clock.LegalClock;
import org.tongban.application.intake.Application;
import org.tongban.application.intake.Applications;
import org.tongban.application.intake.Case;
import org.tongban.application.intake.Desk;
import org.tongban.application.intake.Taken;
import org.tongban.application.intake.Turn;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.event.DomainEvent;
import org.tongban.platform.time.LegalZone;

/** Five working days without an answer are an acceptance as of the day of receipt (行政许可法 32(4)). */
final class SilenceRule {
    private static final Logger log = LoggerFactory.getLogger(SilenceRule.class);

    private final Applications applications;
    private final ReceiptNumbers numbers;
    private final LegalClock legal;
    private final Clock clock;

    SilenceRule(Applications applications, ReceiptNumbers numbers, LegalClock legal, Clock clock) {
        this.applications = applications;
        this.numbers = numbers;
        this.legal = legal;
        this.clock = clock;
    }

    /** Accepts what nobody answered in time; what fails is tried again with the next round and holds up no other. */
    void fire() {
        Instant now = clock.instant();
        LocalDate today = LegalZone.dateOf(now);
        applications.eachSilentBefore(
                today, code -> applications.change(code, application -> accepted(application, now)));
    }

    private Change<Application> accepted(Application application, Instant now) {
        LocalDate today = LegalZone.dateOf(now);
        Application next = application;
        List<DomainEvent> events = new ArrayList<>();
        for (Case each : application.cases()) {
            if (next.isSilent(each, today)) {
                Turn turn = new Turn(next, each, Taken.CLOCK, now, legal);
                Change<Application> change = new Desk(turn).accept(() -> numbers.draw(application, each, today));
                next = change.next();
                events.addAll(change.events());
                log.info("accepted by silence code={} case={}", application.code(), each.no());
            }
        }
        return new Change<>(next, events);
    }
}
