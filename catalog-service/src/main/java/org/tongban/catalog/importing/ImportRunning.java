package org.tongban.catalog.importing;

import java.time.Duration;
import org.tongban.platform.problem.ProblemType;
import org.tongban.platform.problem.Refusal;

/** An editor brings in one thing after the other (429). */
final class ImportRunning extends Refusal {
    private static final ProblemType TYPE =
            new ProblemType("import-running", 429, "您的导入正在进行", "Your import is running");

    ImportRunning() {
        super(
                TYPE,
                "您有一次导入正在进行，请等它结束后再导入；已经导入的事项不受影响。",
                "An import of yours is running; wait for its end, then bring in the next. What it has taken stays.");
        retryAfter(Duration.ofSeconds(10));
    }
}
