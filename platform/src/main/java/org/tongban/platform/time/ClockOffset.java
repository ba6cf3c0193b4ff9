package org.tongban.platform.time;

import java.time.Duration;
import org.tongban.platform.place.PublicBase;

/**
 * How far the house's clock is ahead of the machine's, so that terms of days can be tried within minutes. Only forward: what
 * is written already must not lie in the future.
 */
public record ClockOffset(Duration ahead) {
    public static final ClockOffset NONE = new ClockOffset(Duration.ZERO);

    private static final Duration FARTHEST = Duration.ofDays(3660);

    /** @throws IllegalStateException where others reach the house, whose days are the calendar's */
    static ClockOffset of(Duration ahead, String publicBase) {
        if (ahead.isNegative() || ahead.compareTo(FARTHEST) > 0) {
            throw new IllegalStateException(
                    "TONGBAN_CLOCK_OFFSET is between PT0S and P" + FARTHEST.toDays() + "D: " + ahead);
        }
        if (!ahead.isZero() && !PublicBase.isThisMachine(publicBase)) {
            throw new IllegalStateException("TONGBAN_CLOCK_OFFSET moves the clock on one machine alone, and "
                    + publicBase + " is not this machine: take it away.");
        }
        return new ClockOffset(ahead);
    }
}
