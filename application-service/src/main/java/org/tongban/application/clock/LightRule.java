package org.tongban.application.clock;

import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * When a light turns yellow: when no more than so many of the limit's working days remain.
 *
 * @param percent of the limit
 * @param workingDays at least
 */
public record LightRule(int percent, int workingDays) {
    public static final LightRule USUAL = new LightRule(20, 2);

    /**
     * The first day on which it is yellow: the day the clock starts, or later.
     *
     * @param counts the working days on which the clock runs; a day that is not counted is no part of the limit
     */
    LocalDate yellowOn(LocalDate start, LocalDate due, Predicate<LocalDate> counts) {
        int limit = (int)
                start.plusDays(1).datesUntil(due.plusDays(1)).filter(counts).count();
        int few = Math.max(workingDays, limit * percent / 100);
        return WorkingCalendar.walk(start, Math.max(0, limit - few), counts);
    }
}
