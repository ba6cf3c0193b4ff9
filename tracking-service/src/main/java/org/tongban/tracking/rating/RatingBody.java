package org.tongban.tracking.rating;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.Refusal;
import org.tongban.platform.problem.Said;

/**
 * What the owner says about a case.
 *
 * @param score 5 to 1
 * @param comment up to 1000 characters, kept sealed
 */
record RatingBody(
        @Nullable Integer caseNo,
        @Nullable Integer score,
        @Nullable String comment) {
    private static final int LONGEST_COMMENT = 1000;

    /** @throws NotAllowed naming everything that is missing or out of range */
    Rating read() {
        List<Refusal.Fault> faults = new ArrayList<>();
        if (caseNo == null) {
            fault(faults, "/caseNo", "请说明评价哪一项。", "Say which case you rate: caseNo is missing.");
        }
        if (score == null || score < 1 || score > Rated.BEST) {
            fault(faults, "/score", "评分须为 1 至 5。", "score is 1 to 5.");
        }
        if (comment != null && comment.length() > LONGEST_COMMENT) {
            fault(faults, "/comment", "评语至多 1000 字。", "comment has 1000 characters at most.");
        }
        if (caseNo == null || score == null || !faults.isEmpty()) {
            throw new NotAllowed(faults);
        }
        return new Rating(caseNo, score, comment == null || comment.isBlank() ? null : comment);
    }

    /** A score within its range, and perhaps a word with it. */
    record Rating(int caseNo, int score, @Nullable String comment) {}

    private static void fault(List<Refusal.Fault> faults, String pointer, String zh, String en) {
        faults.add(new Refusal.Fault(pointer, new Said(zh, en)));
    }
}
