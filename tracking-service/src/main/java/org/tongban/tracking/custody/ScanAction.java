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

    /** Whether it puts results into the applicant's hands. */
    public boolean delivers() {
        return this == RESULT_COLLECTED || this == POSTED;
    }
}
