package org.tongban.identity.person;

import org.tongban.platform.problem.ProblemType;
import org.tongban.platform.problem.Refusal;

/** Another account is proved to be this person (422); said only to who knows name and number. */
final class IdentityTaken extends Refusal {
    private static final ProblemType TYPE =
            new ProblemType("identity-taken", 422, "该身份已在其他账号认证", "Verified under another account");

    IdentityTaken() {
        super(
                TYPE,
                "该公民身份号码已在另一个账号完成实名认证，请用原账号登录，或到窗口办理更换。",
                "This resident id is verified under another account; sign in there, or ask at a counter.");
        at("/residentId", "已在另一个账号认证。", "Verified under another account.");
    }
}
