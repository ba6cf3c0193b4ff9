package org.tongban.application.document;

import java.time.Duration;
import org.tongban.platform.problem.ProblemType;
import org.tongban.platform.problem.Refusal;

/** One person's files are on their way as often as they may be at once (429 with Retry-After). */
final class TooManyTransfers extends Refusal {
    private static final ProblemType TYPE = new ProblemType("too-many-requests", 429, "请求过于频繁", "Too many requests");

    TooManyTransfers(int most) {
        super(
                TYPE,
                "您最多同时传输 " + most + " 个文件，请等其中一个完成后再试。",
                "You may have " + most + " files on their way at once; wait for one of them to end.");
        retryAfter(Duration.ofSeconds(5));
    }
}
