package org.tongban.application.intake;

import java.time.Instant;
import java.util.List;
import org.tongban.platform.code.TrackingCode;

/** What the owner holds in hand after a submission, and a line of the owner's list of applications. */
public record Receipt(TrackingCode code, Instant submittedAt, List<CaseView> cases) {
    public static Receipt of(Application application) {
        return new Receipt(
                application.code(),
                application.submittedAt(),
                application.cases().stream().map(CaseView::of).toList());
    }
}
