package org.tongban.application.intake;

import org.tongban.application.clock.LegalClock;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.problem.NotFound;

/** Takes frozen bags in. */
public final class Intake {
    private final Applications applications;
    private final LegalClock clock;

    public Intake(Applications applications, LegalClock clock) {
        this.applications = applications;
        this.clock = clock;
    }

    /**
     * Writes the application under its reserved code with its first events; a repeat finds it done.
     *
     * @return false when it was there already
     */
    public boolean open(Submission bag) {
        Change<Application> born = Application.submitted(bag, clock);
        return applications.insert(born.next(), born.events());
    }

    /** @throws NotFound when there is no such application */
    public Receipt receipt(TrackingCode code) {
        return Receipt.of(applications.find(code).orElseThrow(NotFound::new).state());
    }
}
