package org.tongban.application.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which legal days are worked: Monday to Friday without the days off and with the make-up weekends of the State
 * Council's yearly notice.
 *
 * <p>For a year without a notice only the holidays with a fixed date are known (全国年节及纪念日放假办法, known), and what is
 * counted over it is provisional.
 */
public final class WorkingCalendar {
    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 2),
            MonthDay.of(10, 1),
            MonthDay.of(10, 2),
            MonthDay.of(10, 3));

    private final Map<LocalDate, Boolean> workedByNotice;
    private final Set<Integer> years;

    /**
     * @param workedByNotice the days a notice names: true for a make-up weekend, false for a day off
     * @param years the years that have a notice
     */
    WorkingCalendar(Map<LocalDate, Boolean> workedByNotice, Set<Integer> years) {
        this.workedByNotice = Map.copyOf(workedByNotice);
        this.years = Set.copyOf(years);
    }

    public boolean isWorkingDay(LocalDate day) {
        Boolean noticed = workedByNotice.get(day);
        if (noticed != null) {
            return noticed;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !(isUnnoticed(day) && FIXED.contains(MonthDay.from(day)));
    }

    /** Whether the day lies in a year whose notice is not out (or not kept here). */
    boolean isUnnoticed(LocalDate day) {
        return !years.contains(day.getYear());
    }

    /** Whether any day after the first and up to the last lies in a year without a notice. */
    boolean isProvisional(LocalDate from, LocalDate to) {
        for (int year = from.plusDays(1).getYear(); year <= to.getYear(); year++) {
            if (!years.contains(year)) {
                return true;
            }
        }
        return false;
    }

    /** The n-th working day after that day, which itself does not count (民法典 201). */
    public LocalDate plusWorkingDays(LocalDate day, int n) {
        return walk(day, n, this::isWorkingDay);
    }

    /** The day itself, or the next working day after a day off (民法典 203). */
    LocalDate rolled(LocalDate day) {
        return isWorkingDay(day) ? day : plusWorkingDays(day, 1);
    }

    /** The n-th day after that day that counts. */
    static LocalDate walk(LocalDate day, long n, Predicate<LocalDate> counts) {
        LocalDate at = day;
        for (long left = n; left > 0; ) {
            at = at.plusDays(1);
            if (counts.test(at)) {
                left--;
            }
        }
        return at;
    }
}
