package org.tongban.store;

import java.util.concurrent.TimeUnit;

/** How much one step of tidying up moves, so that writers wait a moment for it and not as long as a slow disk likes. */
final class StepSize {

    static final int MOST = 4 << 20;
    static final int LEAST = 64 << 10;

    private static final long LONG = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(10);

    private int bytes = LEAST;

    int bytes() {
        return bytes;
    }

    /** Halves the next step after one that kept writers waiting, doubles it after a quick one. */
    void took(long nanos) {
        if (nanos > LONG) {
            bytes = Math.max(LEAST, bytes / 2);
        } else if (nanos < SHORT) {
            bytes = Math.min(MOST, bytes * 2);
        }
    }
}
