package org.tongban.tracking.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.code.TrackingCode;
import org.tongban.tracking.custody.Custody;
import org.tongban.tracking.timeline.Light;
import org.tongban.tracking.timeline.Outcome;
import org.tongban.tracking.timeline.PublicStatus;
import org.tongban.tracking.timeline.Stage;

/**
 * A timeline as it is shown.
 *
 * @param sequence the last heard of {@code /application}
 * @param view how much of it this is
 * @param expected what is to be brought to a counter; null for the public
 * @param head the hash of the last entry
 */
record TimelineView(
        TrackingCode code,
        PublicStatus status,
        Instant submittedAt,
        long sequence,
        Viewer.Sight view,
        List<CaseView> cases,
        @Nullable List<Paper> expected,
        List<EntryView> entries,
        @Nullable String head) {

    /**
     * @param due the earlier of the two dates
     * @param light null before acceptance and after the end
     * @param stage the office's word for the status; null for the public
     * @param stageWord the stage as it was told, where that is one not known here and {@code stage} is OTHER
     * @param outcomeWord likewise for {@code outcome}
     * @param rating the score, for the owner who gave it and for supervision; null for all others and while there is none
     */
    record CaseView(
            int caseNo,
            String name,
            String department,
            PublicStatus status,
            @Nullable Outcome outcome,
            @Nullable String outcomeWord,
            @Nullable LocalDate due,
            @Nullable Light light,
            List<Integer> after,
            @Nullable Stage stage,
            @Nullable String stageWord,
            @Nullable Integer rating) {}

    /** @param custody where it is now */
    record Paper(
            String rid,
            String name,
            @Nullable Integer originals,
            @Nullable Integer copies,
            Custody custody) {}
}
