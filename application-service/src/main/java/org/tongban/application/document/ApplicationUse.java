package org.tongban.application.document;

import java.util.Optional;
import org.tongban.application.intake.Applications;
import org.tongban.platform.problem.Said;

/** An application is a record: what was handed in for it and what it issued stays. */
final class ApplicationUse implements DocumentUse {
    private final Applications applications;

    ApplicationUse(Applications applications) {
        this.applications = applications;
    }

    @Override
    public Optional<Said> of(Document document) {
        return applications
                .using(document.owner(), document.documentId())
                .map(code -> new Said(
                        "这份材料属于申请 " + code.display() + " 的办理记录，不能删除。",
                        "This document belongs to the record of application " + code.display()
                                + " and cannot be deleted."));
    }
}
