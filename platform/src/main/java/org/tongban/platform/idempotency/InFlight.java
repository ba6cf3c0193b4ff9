package org.tongban.platform.idempotency;

import java.time.Duration;
import org.tongban.platform.problem.ProblemType;
import org.tongban.platform.problem.Refusal;

/** The same command is being carried out right now (409 with Retry-After). */
public final class InFlight extends Refusal {
    private static final ProblemType TYPE =
            new ProblemType("in-flight", 409, "同一请求正在处理", "The same request is being handled");

    InFlight() {
        super(TYPE, "同一请求正在处理，请稍后重试。", "The same request is being handled; repeat in a moment.");
        retryAfter(Duration.ofSeconds(1));
    }
}
