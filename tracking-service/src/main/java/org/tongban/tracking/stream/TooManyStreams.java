package org.tongban.tracking.stream;

import java.time.Duration;
import org.tongban.platform.problem.ProblemType;
import org.tongban.platform.problem.Refusal;

/** Somebody, or everybody who watches one code, has as many streams open as they may (429). */
final class TooManyStreams extends Refusal {
    private static final ProblemType TYPE =
            new ProblemType("too-many-streams", 429, "打开的进度流过多", "Too many streams are open");
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private TooManyStreams(String zh, String en) {
        super(TYPE, zh, en);
        retryAfter(PAUSE);
    }

    static TooManyStreams ofHolder(int most) {
        return new TooManyStreams(
                "同时最多打开 " + most + " 个进度流；请先关闭不用的页面。",
                "At most " + most + " streams at a time; close a page that you do not need.");
    }

    static TooManyStreams ofCode(int most) {
        return new TooManyStreams(
                "这个编码已有 " + most + " 个进度流；请稍后再试，或刷新页面查看。",
                "This code has " + most + " streams already; try again later, or reload the page to see the news.");
    }
}
