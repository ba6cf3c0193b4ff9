package org.tongban.catalog.printing;

import java.time.Duration;
import org.tongban.platform.problem.ProblemType;
import org.tongban.platform.problem.Refusal;

/** One person, or one address, asks for more prints than are made for them in turn (429). */
final class TooManyPrints extends Refusal {
    private static final ProblemType TYPE =
            new ProblemType("too-many-prints", 429, "打印请求过多", "Too many prints at once");

    TooManyPrints(int most) {
        super(
                TYPE,
                "同一来源最多有" + most + "份打印件等候制作，请等前面的取走后再请求。",
                "At most " + most + " prints wait for one caller; fetch those before, then ask for the next.");
        retryAfter(Duration.ofSeconds(5));
    }
}
