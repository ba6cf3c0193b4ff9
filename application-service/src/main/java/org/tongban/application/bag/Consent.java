package org.tongban.application.bag;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tongban.application.document.Grade;

/**
 * The owner's click by which a document may be used in this bag.
 *
 * @param rid the line it was given for
 * @param purpose for what, in words
 * @param at when it was given
 * @param until after this it may not be used for that purpose any more
 * @param endedAt when the document was taken out again; null while it is in the bag
 */
record Consent(
        String documentId,
        Grade grade,
        String rid,
        String purpose,
        Instant at,
        Instant until,
        @Nullable Instant endedAt) {
    boolean isEnded() {
        return endedAt != null;
    }

    Consent ended(Instant now) {
        return isEnded() ? this : new Consent(documentId, grade, rid, purpose, at, until, now);
    }
}
