package org.tongban.catalog.item;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step in the history of an item.
 *
 * @param by the opaque id of who did it
 * @param version the published version it made or was about; null for drafts
 * @param draft the number of the draft; null where there was none
 * @param note a reason, or the day of a planned publication
 */
public record Step(
        What what,
        Instant at,
        String by,
        @Nullable Integer version,
        @Nullable Integer draft,
        @Nullable String note) {

    /** What was done. */
    public enum What {
        IMPORTED,
        DRAFT_STARTED,
        DRAFT_SAVED,
        DRAFT_DISCARDED,
        PUBLICATION_PLANNED,
        /** its day came, but the lint found errors that had not been there */
        PUBLICATION_HELD,
        PUBLISHED,
        SUSPENDED,
        RESUMED,
        WITHDRAWN
    }

    static Step ofDraft(What what, int draft, String by, Instant at, @Nullable String note) {
        return new Step(what, at, by, null, draft, note);
    }

    static Step ofVersion(What what, int version, String by, Instant at, @Nullable String note) {
        return new Step(what, at, by, version, null, note);
    }

    /** Whether the same person goes on saving the same draft, which is one step with the newest time. */
    boolean continues(Step before) {
        return what == What.DRAFT_SAVED && before.what == What.DRAFT_SAVED && by.equals(before.by);
    }
}
