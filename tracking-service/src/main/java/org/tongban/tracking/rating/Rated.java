package org.tongban.tracking.rating;

import java.time.Instant;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.event.DomainEvent;

/**
 * The owner rated a case; what was written with it is in no event.
 *
 * @param score 5 (very satisfied) to 1, as people see it
 * @param grade the same by GB/T 39046 A.8, where 1 is best
 */
record Rated(TrackingCode code, int caseNo, int score, int grade, Instant at) implements DomainEvent {
    static final int BEST = 5;
    static final String TYPE = "tracking.rated.v1";

    static Rated of(TrackingCode code, int caseNo, int score, Instant at) {
        return new Rated(code, caseNo, score, BEST + 1 - score, at);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
