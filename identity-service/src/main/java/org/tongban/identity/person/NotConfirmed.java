package org.tongban.identity.person;

import org.tongban.platform.problem.ProblemType;
import org.tongban.platform.problem.Refusal;

/** The real-name registry does not confirm name and number (422). */
final class NotConfirmed extends Refusal {
    private static final ProblemType TYPE =
            new ProblemType("identity-not-confirmed", 422, "实名信息未通过核验", "Identity not confirmed");

    /** One sentence for every reason: which of them it is would tell a stranger whether the number exists. */
    NotConfirmed() {
        super(
                TYPE,
                "姓名与公民身份号码未通过核验，请核对两者；确认无误请到窗口办理。",
                "Name and resident id were not confirmed; check both, or ask at a counter.");
    }
}
