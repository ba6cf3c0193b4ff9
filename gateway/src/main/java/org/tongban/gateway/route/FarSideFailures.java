package org.tongban.gateway.route;

import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
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

    static Throwable refusal(String name, UpstreamAddress address, String traceId, Throwable thrown) {
        if (isSilence(thrown)) {
            log.warn("far side too slow far-side={} address={} traceId={}", name, address, traceId);
            return new Refusal(ProblemType.FAR_SIDE_SLOW, name).retryAfter(PAUSE);
        }
        if (isFailure(thrown)) {
            log.warn(
                    "far side down far-side={} address={} traceId={} cause={}",
                    name,
                    address,
                    traceId,
                    thrown.toString());
            return new Refusal(ProblemType.FAR_SIDE_DOWN, name).retryAfter(PAUSE);
        }
        return thrown;
    }

    /** Nobody is there: not one byte was sent. */
    static boolean isUnreachable(Throwable thrown) {
        return thrown instanceof ConnectException
                || thrown instanceof NoRouteToHostException
                || thrown instanceof UnknownHostException;
    }

    /** No connection was to be had: not one byte was sent, and the address is not to blame. */
    static boolean isWithoutConnection(Throwable thrown) {
        return thrown instanceof TimeoutException || thrown instanceof RejectedExecutionException;
    }

    static boolean isSilence(Throwable thrown) {
        return thrown instanceof ReadTimeoutException;
    }

    static boolean isFailure(Throwable thrown) {
        return thrown instanceof IOException || isSilence(thrown) || isWithoutConnection(thrown);
    }
}
