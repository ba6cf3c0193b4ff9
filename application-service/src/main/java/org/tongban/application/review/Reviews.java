package org.tongban.application.review;

import java.time.Clock;
import java.util.function.Function;
import org.tongban.application.clock.LegalClock;
import org.tongban.application.intake.Application;
import org.tongban.application.intake.Applications;
import org.tongban.application.intake.Case;
import org.tongban.application.intake.CaseView;
import org.tongban.application.intake.Turn;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.aggregate.Decided;
import org.tongban.platform.aggregate.Decision;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.idempotency.CommandResult;
import org.tongban.platform.problem.NotFound;
import org.tongban.platform.problem.StaleVersion;
import org.tongban.platform.security.Caller;

/** A staff member's step at a case of their department and division. */
final class Reviews {
    private final Applications applications;
    private final LegalClock legal;
    private final Clock clock;

    Reviews(Applications applications, LegalClock legal, Clock clock) {
        this.applications = applications;
        this.legal = legal;
        this.clock = clock;
    }

    /**
     * @param step what the staff member does
     * @throws NotFound when there is no such case, or it is another department's or division's
     */
    Answer step(TrackingCode code, int no, Command command, Caller staff, StaffStep step) {
        return decide(code, no, command, staff, turn -> answered(step.take(turn), no))
                .answer(application -> CaseView.of(onDesk(application, no, staff)));
    }

    /** The same for a step that makes its own answer. */
    Decided<Application> decide(
            TrackingCode code, int no, Command command, Caller staff, Function<Turn, Decision<Application>> decider) {
        return applications.decide(code, command, stored -> {
            Case subject = onDesk(stored.state(), no, staff);
            refuseStale(command, subject);
            if (subject.claimedBy() != null && !subject.claimedBy().equals(staff.id())) {
                throw new ClaimedByColleague(no);
            }
            return decider.apply(new Turn(stored.state(), subject, staff.id(), clock.instant(), legal));
        });
    }

    static Decision<Application> answered(Change<Application> change, int no) {
        Case after = change.next().caseNo(no).orElseThrow();
        return new Decision<>(change, CommandResult.ok().withEtag(Long.toString(after.version())));
    }

    static void refuseStale(Command command, Case subject) {
        String version = Long.toString(subject.version());
        if (command.ifMatch() != null && !command.ifMatch().equals(version)) {
            throw new StaleVersion(version);
        }
    }

    /** @throws NotFound when it does not lie there, or no longer */
    static Case onDesk(Application application, int no, Caller staff) {
        return application
                .caseNo(no)
                .filter(each -> each.matter().department().equals(staff.department()))
                .filter(each -> staff.actsFor(application.division().code()))
                .orElseThrow(NotFound::new);
    }
}
