package org.tongban.application.document;

import java.time.Instant;
import org.tongban.platform.code.TrackingCode;

/**
 * That somebody looked at an owner's document.
 *
 * @param owner whose document it is
 * @param who the pseudonym of who looked
 * @param department for which department
 * @param code for which application
 * @param caseNo for which of its cases
 */
record Look(
        String lookId,
        String owner,
        String documentId,
        String who,
        String department,
        TrackingCode code,
        int caseNo,
        Instant at) {
    private static final long AN_HOUR = 3600;

    /** Looks of one person at one document within one hour are the same look. */
    static Look of(Document document, String who, String department, TrackingCode code, int caseNo, Instant at) {
        long hour = at.getEpochSecond() / AN_HOUR;
        String lookId = String.join("/", document.documentId(), who, code.value(), caseNo + "", hour + "");
        return new Look(lookId, document.owner(), document.documentId(), who, department, code, caseNo, at);
    }
}
