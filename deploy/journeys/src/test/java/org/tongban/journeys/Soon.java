package org.tongban.journeys;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** Waits for a fact: events need a moment from room to room, and longer after a kill. */
final class Soon {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Soon() {}

    static <T> T of(Callable<T> look, Predicate<T> enough) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptions()
                .until(look, enough);
    }
}
