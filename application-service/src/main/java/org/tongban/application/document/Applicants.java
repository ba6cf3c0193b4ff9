package org.tongban.application.document;

import java.time.Clock;
import org.tongban.application.identity.VerifiedName;
import org.tongban.application.identity.VerifiedNames;
import org.tongban.application.intake.Application;
import org.tongban.application.intake.Applications;
import org.tongban.application.intake.Case;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.problem.FarSideDown;
import org.tongban.platform.problem.NotFound;
import org.tongban.platform.secret.Pseudonyms;
import org.tongban.platform.security.Caller;

/** Who an applicant is proved to be, for the reviewers of the case; each look is noted before the name is told. */
final class Applicants {
    private final Applications applications;
    private final VerifiedNames names;
    private final Looks looks;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    Applicants(Applications applications, VerifiedNames names, Looks looks, Pseudonyms pseudonyms, Clock clock) {
        this.applications = applications;
        this.names = names;
        this.looks = looks;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /**
     * @throws NotFound when there is no such case, or another department or division examines it
     * @throws FarSideDown when it cannot be known now
     */
    VerifiedName of(TrackingCode code, int no, Caller staff) {
        Application application =
                applications.find(code).orElseThrow(NotFound::new).state();
        Case subject = application
                .caseNo(no)
                .filter(each -> Examiners.examines(staff, application, each))
                .orElseThrow(NotFound::new);
        VerifiedName name = names.of(application.owner());
        looks.note(Look.atApplicant(
                application, pseudonyms.of(staff.id()), subject.matter().department(), no, clock.instant()));
        return name;
    }
}
