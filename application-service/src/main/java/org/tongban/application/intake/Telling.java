package org.tongban.application.intake;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The events that need a look at the whole application. */
final class Telling {
    private Telling() {}

    static ApplicationEvent submitted(Application application) {
        return new ApplicationEvent.Submitted(
                application.owner(),
                application.listNo(),
                application.division(),
                application.applicant(),
                application.cases().stream().map(Telling::opened).toList(),
                expected(application, application.expected()),
                application.submittedAt());
    }

    private static ApplicationEvent.Opened opened(Case each) {
        Matter matter = each.matter();
        return new ApplicationEvent.Opened(
                each.no(), matter.item(), matter.name(), matter.department(), each.stage(), each.after());
    }

    static List<ApplicationEvent.Expected> expected(Application application, Stream<Requirement> lines) {
        return lines.map(line -> new ApplicationEvent.Expected(
                        line.rid(), line.name(), line.originals(), line.copies(), application.casesOf(line)))
                .toList();
    }

    static ApplicationEvent accepted(Case accepted, Acceptance receipt, Instant at) {
        Running running = accepted.runningCase();
        return new ApplicationEvent.CaseAccepted(
                accepted.no(),
                accepted.stage(),
                receipt.receiptNo(),
                receipt.acceptedAt(),
                receipt.bySilence(),
                ApplicationEvent.Due.of(running.deadlines()),
                running.deadlines().yellowOn(),
                running.deadlines().redOn(),
                at);
    }
}
