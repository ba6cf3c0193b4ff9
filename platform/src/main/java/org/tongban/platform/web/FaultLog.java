package org.tongban.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;

/**
 * Writes our own faults down, those of one place once a minute: who finds a request that breaks us must not fill the
 * disk with it.
 */
final class FaultLog {
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int PLACES = 1_000;

    private final Logger log;
    private final Cache<String, Boolean> told;
    private final Cache<String, AtomicLong> untold =
            Caffeine.newBuilder().maximumSize(PLACES).build();

    FaultLog(Logger log, Ticker ticker) {
        this.log = log;
        this.told = Caffeine.newBuilder()
                .maximumSize(PLACES)
                .expireAfterWrite(PAUSE)
                .ticker(ticker)
                .build();
    }

    /** @param what the request and its trace id */
    void tell(String what, Throwable fault) {
        String place = place(fault);
        AtomicLong others = untold.get(place, none -> new AtomicLong());
        if (told.asMap().putIfAbsent(place, true) != null) {
            others.incrementAndGet();
            return;
        }
        long unsaid = others.getAndSet(0);
        log.error("{} failed{}", what, unsaid == 0 ? "" : ", and " + unsaid + " more at this place since", fault);
    }

    private static String place(Throwable fault) {
        StackTraceElement[] steps = fault.getStackTrace();
        return fault.getClass().getName() + (steps.length == 0 ? "" : " at " + steps[0]);
    }
}
