package org.tongban.tracking.custody;

import org.jspecify.annotations.Nullable;

/** What is done at a counter when a code is scanned. */
public enum ScanAction {
    ARRIVED(null),
    ORIGINALS_RECEIVED(Custody.HELD),
    ORIGINALS_VERIFIED(null),
    HANDED_OVER(null),
    ORIGINALS_RETURNED(Custody.RETURNED),
    RESULT_COLLECTED(null),
    POSTED(null);

    private final @Nullable Custody makes;

    ScanAction(@Nullable Custody makes) {
        this.makes = makes;
    }

    @Nullable
    Custody makes() {
        return makes;
    }

    /** Whether it is about papers that the applicant brought. */
    boolean movesPapers() {
        return switch (this) {
            case ORIGINALS_RECEIVED, ORIGINALS_VERIFIED, HANDED_OVER, ORIGINALS_RETURNED -> true;
            case ARRIVED, RESULT_COLLECTED, POSTED -> false;
        };
    }

    /** Whether it puts results into the applicant's hands. */
    public boolean delivers() {
        return this == RESULT_COLLECTED || this == POSTED;
    }
}
