package org.tongban.application.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tongban.application.intake.Application;
import org.tongban.platform.code.TrackingCode;

/**
 * That somebody looked at what is an owner's: a document, or who they are.
 *
 * @param owner whose it is
 * @param documentId null when it was the owner's verified name
 * @param who the pseudonym of who looked
 * @param department for which department; a counter's hall and window
 * @param code for which application
 * @param caseNo for which of its cases
 */
record Look(
        String lookId,
        String owner,
        @Nullable String documentId,
        String who,
        String department,
        TrackingCode code,
        int caseNo,
        Instant at) {
    private static final long AN_HOUR = 3600;

    /** What can be looked at. */
    enum What {
        DOCUMENT,
        APPLICANT
    }

    /** Looks of one person at one document within one hour are the same look. */
    static Look of(Document document, String who, String department, TrackingCode code, int caseNo, Instant at) {
        String lookId = id(document.documentId(), who, code, caseNo, at);
        return new Look(lookId, document.owner(), document.documentId(), who, department, code, caseNo, at);
    }

    /** The same of looks at who the applicant is. */
    static Look atApplicant(Application application, String who, String department, int caseNo, Instant at) {
        String lookId = id("applicant", who, application.code(), caseNo, at);
        return new Look(lookId, application.owner(), null, who, department, application.code(), caseNo, at);
    }

    What what() {
        return documentId == null ? What.APPLICANT : What.DOCUMENT;
    }

    private static String id(String subject, String who, TrackingCode code, int caseNo, Instant at) {
        return String.join("/", subject, who, code.value(), caseNo + "", at.getEpochSecond() / AN_HOUR + "");
    }
}
