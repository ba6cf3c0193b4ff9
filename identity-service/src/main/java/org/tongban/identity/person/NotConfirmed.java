package org.tongban.identity.person;

import org.tongban.platform.problem.ProblemType;
import org.tongban.platform.problem.Refusal;

/** The real-name registry does not confirm name and number (422). */
final class NotConfirmed extends Refusal {
    private static final ProblemType TYPE =
            new ProblemType("identity-not-confirmed", 422, "实名信息未通过核验", "Identity not confirmed");

    private NotConfirmed(String zh, String en) {
        super(TYPE, zh, en);
    }

    static NotConfirmed mismatch() {
        return new NotConfirmed("姓名与公民身份号码不一致，请核对后重试。", "Name and resident id do not belong together; check both.");
    }

    static NotConfirmed unknown() {
        return new NotConfirmed(
                "实名库中没有这个公民身份号码，请核对；确认无误请到窗口办理。",
                "The registry does not know this resident id; check it, or ask at a counter.");
    }
}
