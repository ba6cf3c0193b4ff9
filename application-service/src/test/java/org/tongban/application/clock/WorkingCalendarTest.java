package org.tongban.application.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {
    private final WorkingCalendar calendar = HolidayNotices.calendar();

    @ParameterizedTest
    @CsvSource({
        // a make-up Saturday for New Year's Day of the next year
        "2018-12-28, 1, 2018-12-29",
        // the Spring Festival that a second notice made longer
        "2020-01-23, 1, 2020-02-03",
        // the one-off holiday of 3 September 2015, and its make-up Sunday
        "2015-09-02, 1, 2015-09-06",
        // a Labour Day that a second notice moved, with make-up weekends
        "2019-04-26, 1, 2019-04-28",
        "2019-04-30, 1, 2019-05-05",
        "2007-09-28, 1, 2007-09-29",
        "2007-09-30, 1, 2007-10-08",
        "2008-01-25, 6, 2008-02-02",
        "2009-09-30, 1, 2009-10-09",
        "2011-12-30, 1, 2011-12-31",
        "2012-09-29, 1, 2012-10-08",
        "2013-02-08, 1, 2013-02-16",
        "2014-10-10, 1, 2014-10-11",
        "2017-09-29, 1, 2017-09-30",
        "2021-02-10, 1, 2021-02-18",
        "2022-09-30, 1, 2022-10-08",
        "2023-04-28, 2, 2023-05-05",
        "2024-02-02, 5, 2024-02-08",
        "2024-09-30, 20, 2024-11-01",
        "2025-01-24, 5, 2025-02-07",
        "2026-02-13, 20, 2026-03-19",
        "2026-09-24, 20, 2026-10-29"
    })
    void countsOverTheHolidaysOfTheNotices(LocalDate from, int n, LocalDate due) {
        assertThat(calendar.plusWorkingDays(from, n)).isEqualTo(due);
    }

    @Test
    void everyYearSince2007HasANotice() {
        assertThat(calendar.isProvisional(LocalDate.of(2006, 12, 31), LocalDate.of(2026, 12, 31)))
                .isFalse();
        assertThat(calendar.isProvisional(LocalDate.of(2006, 12, 30), LocalDate.of(2007, 1, 1)))
                .isTrue();
    }

    @Test
    void theDayOfTheEventIsNotCounted() {
        assertThat(calendar.plusWorkingDays(LocalDate.of(2026, 11, 23), 0)).isEqualTo("2026-11-23");
        assertThat(calendar.plusWorkingDays(LocalDate.of(2026, 11, 23), 1)).isEqualTo("2026-11-24");
    }

    @Test
    void aMakeUpSundayIsWorked() {
        assertThat(calendar.isWorkingDay(LocalDate.of(2024, 2, 4))).isTrue();
    }

    @Test
    void aLastDayOffMovesToTheNextWorkingDay() {
        assertThat(calendar.rolled(LocalDate.of(2026, 10, 1))).isEqualTo("2026-10-08");
        assertThat(calendar.rolled(LocalDate.of(2026, 11, 23))).isEqualTo("2026-11-23");
    }

    @Test
    void beyondTheLastNoticeOnlyFixedHolidaysAreOffAndTheCountIsProvisional() {
        LocalDate newYearsEve = LocalDate.of(2026, 12, 31);

        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 2, 8))).isTrue();
        assertThat(calendar.isProvisional(newYearsEve, LocalDate.of(2027, 1, 4)))
                .isTrue();
        assertThat(calendar.isProvisional(LocalDate.of(2026, 12, 1), newYearsEve))
                .isFalse();
    }

    /** Every start and every length over three years, against a count that goes day by day through the raw file. */
    @Test
    void agreesWithCountingByHandOnEveryDayOf2024To2026() {
        RawNotices raw = RawNotices.read();
        for (LocalDate from = LocalDate.of(2024, 1, 1); from.getYear() < 2027; from = from.plusDays(1)) {
            int counted = 0;
            LocalDate day = from;
            for (LocalDate next = from.plusDays(1); next.getYear() < 2027 && counted < 60; next = next.plusDays(1)) {
                if (raw.isWorked(next)) {
                    counted++;
                    day = next;
                    assertThat(calendar.plusWorkingDays(from, counted)).isEqualTo(day);
                }
            }
        }
    }

    /** The notices once more, read by other means: text search instead of JSON. */
    private record RawNotices(Set<LocalDate> off, Set<LocalDate> madeUp) {
        static RawNotices read() {
            Set<LocalDate> off = new HashSet<>();
            Set<LocalDate> madeUp = new HashSet<>();
            RawFile.lines("\"date\":\\s*\"(\\d{4}-\\d\\d-\\d\\d)\",\\s*\"isOffDay\":\\s*(true|false)")
                    .forEach(day -> (day.group(2).equals("true") ? off : madeUp).add(LocalDate.parse(day.group(1))));
            assertThat(off).hasSizeGreaterThan(100);
            return new RawNotices(off, madeUp);
        }

        boolean isWorked(LocalDate day) {
            if (madeUp.contains(day)) {
                return true;
            }
            return !off.contains(day)
                    && day.getDayOfWeek() != DayOfWeek.SATURDAY
                    && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        }
    }
}
