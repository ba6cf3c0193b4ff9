package org.tongban.tracking.timeline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where a case is, in the words of the office; what the public sees of it is {@link PublicStatus}. */
public enum Stage {
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
    DELIVERED,

    /** One that this version does not know: the application may be newer. */
    OTHER;

    /** The stage of that word, {@link #OTHER} for one that is not known here. */
    static Stage ofWord(String word) {
        return Arrays.stream(values())
                .filter(stage -> stage.name().equals(word))
                .findFirst()
                .orElse(OTHER);
    }

    public boolean isFinal() {
        return switch (this) {
            case WAITING, SUBMITTED, CORRECTION_REQUESTED, ACCEPTED, SUSPENDED, OTHER -> false;
            case GRANTED, REFUSED, NOT_ACCEPTED, NOT_REQUIRED, WITHDRAWN, TERMINATED, DELIVERED -> true;
        };
    }

    /** Whether the clock of the case has begun and not ended. */
    public boolean isRunning() {
        return this == ACCEPTED || this == SUSPENDED;
    }

    PublicStatus publicly(@Nullable Outcome outcome) {
        return switch (this) {
            case WAITING -> PublicStatus.WAITING;
            case SUBMITTED -> PublicStatus.SUBMITTED;
            case CORRECTION_REQUESTED -> PublicStatus.ACTION_NEEDED;
            case ACCEPTED -> PublicStatus.IN_PROGRESS;
            case SUSPENDED -> PublicStatus.PAUSED;
            case GRANTED -> PublicStatus.DONE;
            case REFUSED, NOT_ACCEPTED, NOT_REQUIRED, WITHDRAWN, TERMINATED -> PublicStatus.CLOSED;
            case OTHER -> PublicStatus.OTHER;
            case DELIVERED -> outcome == Outcome.GRANTED ? PublicStatus.DONE : PublicStatus.CLOSED;
        };
    }
}
