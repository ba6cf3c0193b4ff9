package org.tongban.local.demo;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.tongban.local.place.Refused;

/** What the story promises, checked while it is told. */
final class Agreed {

    /** Events need a moment from room to room, and a broker that was just killed some more. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private Agreed() {}

    /** The two are the same. */
    static void same(String what, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new Refused("The story breaks off: " + what + " should be " + expected + " and is " + actual + ".");
        }
    }

    /** It is so. */
    static void that(String what, boolean so) {
        if (!so) {
            throw new Refused("The story breaks off: " + what + ".");
        }
    }

    /** Looks again and again until it is so; the last look. */
    static <T> T soon(String what, Supplier<T> look, Predicate<T> so) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        T seen = look.get();
        while (!so.test(seen)) {
            if (System.nanoTime() > end) {
                throw new Refused("The story breaks off: " + what + " did not come about in " + PATIENCE.toSeconds()
                        + " s; last seen: " + seen + ".");
            }
            pause();
            seen = look.get();
        }
        return seen;
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("The story was interrupted.", e);
        }
    }
}
