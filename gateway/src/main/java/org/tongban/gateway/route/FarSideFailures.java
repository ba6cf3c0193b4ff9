package org.tongban.gateway.route;

import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.gateway.problem.ProblemType;
import org.tongban.gateway.problem.Refusal;

/** What the network says, in the words of the house. */
final class FarSideFailures {
    private static final Logger log = LoggerFactory.getLogger(FarSideFailures.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private FarSideFailures() {}

    static Throwable refusal(String name, String traceId, Throwable thrown) {
        if (thrown instanceof ReadTimeoutException) {
            log.warn("far side too slow far-side={} traceId={}", name, traceId);
            return new Refusal(ProblemType.FAR_SIDE_SLOW, name).retryAfter(PAUSE);
        }
        if (thrown instanceof IOException
                || thrown instanceof TimeoutException
                || thrown instanceof RejectedExecutionException) {
            log.warn("far side down far-side={} traceId={} cause={}", name, traceId, thrown.toString());
            return new Refusal(ProblemType.FAR_SIDE_DOWN, name).retryAfter(PAUSE);
        }
        return thrown;
    }

    static boolean isFailure(Throwable thrown) {
        return thrown instanceof Refusal refusal
                && (refusal.type() == ProblemType.FAR_SIDE_DOWN || refusal.type() == ProblemType.FAR_SIDE_SLOW);
    }
}
