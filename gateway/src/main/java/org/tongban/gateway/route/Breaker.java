package org.tongban.gateway.route;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.gateway.problem.ProblemType;
import org.tongban.gateway.problem.Refusal;
import reactor.core.publisher.Mono;

/** Leaves a far side in peace when it keeps not answering, and tries it again after a rest. */
final class Breaker {
    private static final Logger log = LoggerFactory.getLogger(Breaker.class);

    /** One call decides: a verdict that waits for several would never come where few people ask. */
    private static final int TRIALS = 1;

    private final String name;
    private final Duration rest;
    private final CircuitBreaker circuit;

    Breaker(String name, FarSideSettings.BreakerSettings settings) {
        this.name = name;
        rest = settings.rest();
        circuit = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindow(
                                Math.toIntExact(Math.max(1, settings.window().toSeconds())),
                                settings.calls(),
                                SlidingWindowType.TIME_BASED)
                        .failureRateThreshold(settings.failures())
                        .waitDurationInOpenState(rest)
                        .maxWaitDurationInHalfOpenState(rest.multipliedBy(5))
                        .permittedNumberOfCallsInHalfOpenState(TRIALS)
                        .build());
        circuit.getEventPublisher()
                .onStateTransition(event -> log.warn("breaker far-side={} {}", name, event.getStateTransition()));
    }

    Mono<Void> round(Mono<Void> call) {
        return Mono.defer(() -> {
            if (!circuit.tryAcquirePermission()) {
                return Mono.error(new Refusal(ProblemType.FAR_SIDE_DOWN, name).retryAfter(rest));
            }
            long start = circuit.getCurrentTimestamp();
            return call.doOnSuccess(done -> circuit.onSuccess(took(start), circuit.getTimestampUnit()))
                    .doOnError(thrown -> failed(start, thrown))
                    .doOnCancel(circuit::releasePermission);
        });
    }

    private void failed(long start, Throwable thrown) {
        if (FarSideFailures.isFailure(thrown)) {
            circuit.onError(took(start), circuit.getTimestampUnit(), thrown);
        } else {
            circuit.releasePermission();
        }
    }

    private long took(long start) {
        return circuit.getCurrentTimestamp() - start;
    }
}
