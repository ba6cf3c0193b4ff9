package org.tongban.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import org.tongban.gateway.problem.ProblemType;
import org.tongban.gateway.problem.Refusal;
import reactor.core.publisher.Mono;

/** One token bucket for each caller of late; a bucket that has filled up again is forgotten. */
final class Buckets {
    private final LimitSettings.Rate rate;
    private final Cache<Object, Bucket> buckets;

    Buckets(LimitSettings.Rate rate, int kept) {
        this.rate = rate;
        buckets = Caffeine.newBuilder()
                .maximumSize(kept)
                .expireAfterAccess(rate.fullAgainAfter())
                .build();
    }

    /**
     * Goes on if the caller has tokens left, else is a 429 that says how long to wait.
     *
     * @param weight tokens of this request; never more than a whole bucket holds
     */
    Mono<Void> take(Object caller, long weight, Mono<Void> onward) {
        long tokens = Math.min(weight, rate.burst());
        Bucket bucket = buckets.get(caller, unseen -> full());
        if (bucket.tryConsume(tokens)) {
            return onward;
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(tokens);
        if (probe.isConsumed()) {
            return onward;
        }
        Duration pause = Duration.ofNanos(probe.getNanosToWaitForRefill());
        return Mono.error(new Refusal(ProblemType.TOO_MANY_REQUESTS, Refusal.wholeSeconds(pause)).retryAfter(pause));
    }

    void giveBack(Object caller) {
        Bucket bucket = buckets.getIfPresent(caller);
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .build();
    }
}
