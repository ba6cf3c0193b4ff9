package org.tongban.catalog.printing;

import java.time.Duration;
import org.tongban.platform.problem.ProblemType;
import org.tongban.platform.problem.Refusal;

/** A print is not ready yet, or too many wait for theirs (503 with Retry-After). */
final class PrintBusy extends Refusal {
    private static final ProblemType TYPE = new ProblemType("print-busy", 503, "打印繁忙", "The printing is busy");

    PrintBusy() {
        super(
                TYPE,
                "打印件正在制作，或者等候的人较多，请稍后再取；清单本身不受影响。",
                "The print is being made, or many wait for theirs; fetch it in a moment. The list itself is as it was.");
        retryAfter(Duration.ofSeconds(3));
    }
}
