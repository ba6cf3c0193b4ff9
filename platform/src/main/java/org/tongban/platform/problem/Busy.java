package org.tongban.platform.problem;

import java.time.Duration;

/** Just now it cannot be done, a repeat will do (503 with Retry-After). */
public final class Busy extends Refusal {
    private static final ProblemType TYPE = new ProblemType("busy", 503, "系统繁忙", "Busy");

    public Busy() {
        super(TYPE, "系统繁忙，请稍后重试；已经确认的内容不会丢失。", "Busy; please repeat in a moment. Nothing acknowledged is lost.");
        retryAfter(Duration.ofSeconds(1));
    }
}
