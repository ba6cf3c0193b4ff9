package org.tongban.local.part;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How long one waits for a part that was launched: as long as its log grows or it uses the processor, for a busy machine is
 * slow and no failure. What only repeats its complaints is given up in the end all the same.
 */
final class Patience {

    static final Duration WITHOUT_SIGN = Duration.ofMinutes(2);

    static final Duration AT_MOST = Duration.ofMinutes(30);

    /** A JVM that hangs still uses a thousandth of a processor. */
    private static final Duration WORK = Duration.ofSeconds(1);

    private final LongSupplier nanos;

    private final Supplier<Signs> signs;

    private final long begin;

    private long lastSign;

    private Signs last;

    /** Begins now; the first is a clock in nanoseconds. */
    Patience(LongSupplier nanos, Supplier<Signs> signs) {
        this.nanos = nanos;
        this.signs = signs;
        this.begin = nanos.getAsLong();
        this.lastSign = begin;
        this.last = signs.get();
    }

    /** Whether there is no hope left, as far as one look tells. */
    boolean isOver() {
        long now = nanos.getAsLong();
        Signs seen = signs.get();
        if (seen.showLifeSince(last)) {
            last = seen;
            lastSign = now;
        }
        return now - lastSign > WITHOUT_SIGN.toNanos() || now - begin > AT_MOST.toNanos();
    }

    /** Since its begin. */
    Duration passed() {
        return Duration.ofNanos(nanos.getAsLong() - begin);
    }

    /**
     * Signs of life.
     *
     * @param log the length of its log in bytes
     * @param processor the processor time it has used
     */
    record Signs(long log, Duration processor) {

        private boolean showLifeSince(Signs before) {
            return log != before.log || processor.minus(before.processor).compareTo(WORK) >= 0;
        }
    }
}
