package org.tongban.application.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tongban.application.clock.LegalClock;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.event.DomainEvent;
import org.tongban.platform.time.LegalZone;

/**
 * Somebody's turn at one case.
 *
 * @param by the opaque id of who acts
 */
public record Turn(Application application, Case subject, String by, Instant at, LegalClock clock) {
    LocalDate today() {
        return LegalZone.dateOf(at);
    }

    boolean isSilent() {
        return application.isSilent(subject, today());
    }

    /** The case at its next stage, before anything else of it changes. */
    Case moved(Step step) {
        return subject.moved(step);
    }

    /** The application with the case so changed, and what follows for the cases that wait for it. */
    Change<Application> took(Step step, Case changed, Function<Case, ApplicationEvent> told) {
        Case next = changed.next();
        Application after = application.with(next, new Taken(next.no(), step, at, by));
        return followed(after, List.of(told.apply(next)));
    }

    /**
     * Releases the waiting cases whose predecessors are all granted and ends those for which one cannot be any more.
     *
     * <p>A case waits for cases with lower numbers only, so one walk in their order reaches them all.
     */
    Change<Application> followed(Application after, List<DomainEvent> told) {
        Application next = after;
        List<DomainEvent> events = new ArrayList<>(told);
        for (Case waiting : after.cases()) {
            if (waiting.stage() != Stage.WAITING) {
                continue;
            }
            List<Case> before = next.cases().stream()
                    .filter(each -> waiting.after().contains(each.no()))
                    .toList();
            List<Case> lost = before.stream()
                    .filter(each -> each.stage().isFinal() && !each.isGranted())
                    .toList();
            if (!lost.isEmpty()) {
                int because = lost.get(0).no();
                Case ended = waiting.moved(Step.TERMINATION)
                        .ended(Ending.because(because))
                        .next();
                next = next.with(ended, new Taken(ended.no(), Step.TERMINATION, at, Taken.CLOCK));
                events.add(new ApplicationEvent.CaseTerminated(ended.no(), ended.stage(), because, at));
            } else if (before.stream().allMatch(Case::isGranted)) {
                Case released = waiting.moved(Step.RELEASE).received(at, clock).next();
                next = next.with(released, new Taken(released.no(), Step.RELEASE, at, Taken.CLOCK));
                events.add(new ApplicationEvent.CaseSubmitted(released.no(), released.stage(), released.after(), at));
            }
        }
        return new Change<>(next, events);
    }
}
