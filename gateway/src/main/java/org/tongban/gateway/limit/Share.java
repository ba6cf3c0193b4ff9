package org.tongban.gateway.limit;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.tongban.gateway.problem.ProblemType;
import org.tongban.gateway.problem.Refusal;
import org.tongban.gateway.problem.Said;
import reactor.core.publisher.Mono;

/** How many of one scarce thing each caller has under way, and may have. */
final class Share {
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Said what;
    private final ShareSettings.Most most;
    private final ConcurrentMap<Counted, Integer> held = new ConcurrentHashMap<>();

    /** @param what the thing, in the plural */
    Share(Said what, ShareSettings.Most most) {
        this.what = what;
        this.most = most;
    }

    /** Holds a place while the work is done, and gives it back in whatever way that ends. */
    <T> Mono<T> during(Counted caller, Mono<T> work) {
        return Mono.using(() -> take(caller), taken -> work, this::giveBack);
    }

    /** How many callers hold something. */
    int holders() {
        return held.size();
    }

    private Counted take(Counted caller) {
        int limit = caller.isPerson() ? most.person() : most.address();
        int now = held.merge(caller, 1, Integer::sum);
        if (now > limit) {
            giveBack(caller);
            throw new Refusal(ProblemType.TOO_MANY_AT_ONCE, what, limit).retryAfter(SOON);
        }
        return caller;
    }

    private void giveBack(Counted caller) {
        held.computeIfPresent(caller, (who, count) -> count > 1 ? count - 1 : null);
    }
}
