package org.tongban.platform.problem;

import java.time.Duration;

/** The sign-on service's keys were never read, so no token can be checked (503 with Retry-After). */
public final class KeysUnavailable extends Refusal {
    private static final ProblemType TYPE =
            new ProblemType("keys-unavailable", 503, "暂时无法核验登录", "Sign-ins cannot be checked just now");

    public KeysUnavailable() {
        super(
                TYPE,
                "登录服务暂时没有响应，无法核验访问令牌，请稍后重试；无需重新登录。",
                "The sign-on service does not answer, so your token cannot be checked; please repeat in a moment, there is no"
                        + " need to sign in again.");
        retryAfter(Duration.ofSeconds(5));
    }
}
