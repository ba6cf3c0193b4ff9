package org.tongban.identity.person;

import java.time.Duration;
import org.tongban.platform.problem.ProblemType;
import org.tongban.platform.problem.Refusal;

/** The registry was asked as often as it may be, by this account or about this number (429 with Retry-After). */
final class TooManyAttempts extends Refusal {
    private static final ProblemType TYPE =
            new ProblemType("too-many-attempts", 429, "核验次数过多", "Too many attempts to verify");

    TooManyAttempts(VerificationProperties limits, Duration pause) {
        super(
                TYPE,
                "实名核验每小时最多 " + limits.perHour() + " 次、每天最多 " + limits.perDay() + " 次，请在 " + minutes(pause)
                        + " 分钟后再试，或到窗口办理。",
                "An identity is verified at most " + limits.perHour() + " times an hour and " + limits.perDay()
                        + " times a day; try again in " + minutes(pause) + " minutes, or ask at a counter.");
        retryAfter(pause);
    }

    private static long minutes(Duration pause) {
        return pause.toMinutes() + 1;
    }
}
