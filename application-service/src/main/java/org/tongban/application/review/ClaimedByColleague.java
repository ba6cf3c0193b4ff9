package org.tongban.application.review;

import org.tongban.platform.problem.ProblemType;
import org.tongban.platform.problem.Refusal;

/** A colleague has the case on their desk (409). */
final class ClaimedByColleague extends Refusal {
    private static final ProblemType TYPE =
            new ProblemType("claimed", 409, "办件已被同事认领", "A colleague has claimed the case");

    ClaimedByColleague(int caseNo) {
        super(TYPE, "办件 " + caseNo + " 已被同事认领。", "Case " + caseNo + " was claimed by a colleague.");
    }
}
