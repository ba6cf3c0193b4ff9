package org.tongban.gateway.route;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * Leaves an address in peace when it cannot be reached or keeps not answering. What tries it again is a question of the
 * gateway's own after its health: a caller's request, which may be slow by itself or do something, is no trial.
 */
final class Breaker implements Disposable {
    private static final Logger log = LoggerFactory.getLogger(Breaker.class);
    private static final Duration NEVER_BY_ITSELF = Duration.ofDays(365);

    private final String name;
    private final boolean alone;
    private final Duration rest;
    private final Mono<Boolean> health;
    private final CircuitBreaker verdict;
    private final AtomicBoolean open = new AtomicBoolean();
    private final Disposable.Swap trials = Disposables.swap();

    /**
     * @param alone whether there is no other address: it may then be a balancer before several instances, of which one
     *     that is gone says little about the next call
     * @param health asks whether the address takes requests; an error is no
     */
    Breaker(String name, boolean alone, FarSideSettings.BreakerSettings settings, Mono<Boolean> health) {
        this.name = name;
        this.alone = alone;
        this.health = health;
        rest = settings.rest();
        verdict = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindow(
                                Math.toIntExact(Math.max(1, settings.window().toSeconds())),
                                settings.calls(),
                                SlidingWindowType.TIME_BASED)
                        .failureRateThreshold(settings.failures())
                        .waitDurationInOpenState(NEVER_BY_ITSELF)
                        .build());
        verdict.getEventPublisher().onStateTransition(event -> {
            if (event.getStateTransition().getToState() == CircuitBreaker.State.OPEN) {
                open("too many calls failed");
            }
        });
    }

    boolean isOpen() {
        return open.get();
    }

    void answered() {
        verdict.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    void failed(Throwable thrown) {
        verdict.onError(0, TimeUnit.NANOSECONDS, thrown);
    }

    /** Nobody was there; where others can be asked one time is enough. */
    void unreachable(Throwable thrown) {
        if (alone) {
            failed(thrown);
        } else {
            open(thrown.toString());
        }
    }

    private void open(String cause) {
        if (open.compareAndSet(false, true)) {
            log.warn("breaker open far-side={} cause={}", name, cause);
            trials.update(Mono.delay(rest)
                    .then(Mono.defer(() -> health.onErrorReturn(false)))
                    .repeat()
                    .takeUntil(well -> well)
                    .then()
                    .subscribe(
                            nothing -> {}, lost -> log.error("breaker gave up far-side={}", name, lost), this::close));
        }
    }

    private void close() {
        verdict.reset();
        open.set(false);
        log.warn("breaker closed far-side={}", name);
    }

    @Override
    public void dispose() {
        trials.dispose();
    }
}
