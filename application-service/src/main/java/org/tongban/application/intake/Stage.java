package org.tongban.application.intake;

import java.util.EnumSet;
import java.util.Set;

/** Where a case stands. Which step leads from where to where is told by {@link Step}. */
public enum Stage {
    /** for a case before it */
    WAITING,
    SUBMITTED,
    CORRECTION_REQUESTED,
    ACCEPTED,
    SUSPENDED,
    GRANTED,
    REFUSED,
    NOT_ACCEPTED,
    NOT_REQUIRED,
    WITHDRAWN,
    TERMINATED,
    DELIVERED;

    private static final Set<Stage> OPEN = EnumSet.of(WAITING, SUBMITTED, CORRECTION_REQUESTED, ACCEPTED, SUSPENDED);

    /** Nothing is decided any more; delivery alone follows a decision. */
    public boolean isFinal() {
        return !OPEN.contains(this);
    }

    /** Somebody in the department has it on the desk. */
    public boolean isOnDesk() {
        return this != WAITING && !isFinal();
    }
}
