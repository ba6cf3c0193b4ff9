package org.tongban.application.clock;

import java.time.LocalDate;

/**
 * When a light turns yellow: when no more than so many of the limit's working days remain.
 *
 * @param percent of the limit
 * @param workingDays at least
 */
public record LightRule(int percent, int workingDays) {
    public static final LightRule USUAL = new LightRule(20, 2);

    /** The first day on which it is yellow: the day the clock starts, or later. */
    LocalDate yellowOn(LocalDate start, LocalDate due, WorkingCalendar calendar) {
        int limit = calendar.workingDaysBetween(start, due);
        int few = Math.max(workingDays, limit * percent / 100);
        LocalDate day = start;
        for (int left = limit; left > few; ) {
            day = day.plusDays(1);
            left -= calendar.isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }
}
