package org.tongban.platform.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Another service that is needed for the answer does not answer (503 with Retry-After). */
public final class FarSideDown extends Refusal {
    private static final ProblemType TYPE =
            new ProblemType("far-side-down", 503, "相关服务暂不可用", "A needed service does not answer");

    /** @param name the far side, {@code catalog} */
    public FarSideDown(String name) {
        this(name, null);
    }

    /** @param cause what is known of why; for the log, never for the caller */
    public FarSideDown(String name, @Nullable Throwable cause) {
        super(
                TYPE,
                "服务 " + name + " 暂时没有响应，请稍后重试。",
                "The service " + name + " does not answer; please repeat in a moment.",
                cause);
        retryAfter(Duration.ofSeconds(2));
    }
}
