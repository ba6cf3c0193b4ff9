package org.tongban.catalog.list;

import java.time.Duration;
import org.tongban.platform.problem.ProblemType;
import org.tongban.platform.problem.Refusal;

/** Every list key is past its time, not yet in it, or revoked (503). */
final class NoKeyOfToday extends Refusal {
    private static final ProblemType TYPE = new ProblemType("no-list-key", 503, "暂不能签发清单", "No list can be signed now");

    NoKeyOfToday() {
        super(
                TYPE,
                "目前没有可以签发清单的密钥，请稍后再试；已签发的清单不受影响。",
                "No key may sign lists just now; please try again later. Lists already issued stay as they are.");
        retryAfter(Duration.ofMinutes(1));
    }
}
