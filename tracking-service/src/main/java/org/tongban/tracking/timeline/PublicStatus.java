package org.tongban.tracking.timeline;

import java.util.Collection;
import java.util.Comparator;

/** What the public sees of a case, and of the whole: the first of these that any case has. */
public enum PublicStatus {
    ACTION_NEEDED,
    IN_PROGRESS,
    PAUSED,
    SUBMITTED,
    WAITING,

    /** Not ended as far as one can tell, in a stage that this version has no word for. */
    OTHER,
    DONE,
    CLOSED;

    /** The status of the whole; of no case at all it is {@link #SUBMITTED}. */
    public static PublicStatus ofAll(Collection<PublicStatus> cases) {
        return cases.stream().min(Comparator.naturalOrder()).orElse(SUBMITTED);
    }
}
