package org.tongban.catalog.list;

import java.time.Duration;
import org.tongban.platform.problem.ProblemType;
import org.tongban.platform.problem.Refusal;

/** So many lists were issued to this caller that they have to wait for the next one (429). */
final class ListShareSpent extends Refusal {
    private static final ProblemType TYPE =
            new ProblemType("list-share-spent", 429, "查询一单过于频繁", "Too many lists at once");

    ListShareSpent(Duration pause, boolean stranger) {
        super(
                TYPE,
                "短时间内出具的清单过多，请" + Math.max(1, pause.toSeconds()) + "秒后再试" + (stranger ? "，或者登录后再试。" : "。"),
                "Too many lists were issued to you just now; try again in " + Math.max(1, pause.toSeconds()) + " s"
                        + (stranger ? ", or sign in." : "."));
        retryAfter(pause);
    }
}
