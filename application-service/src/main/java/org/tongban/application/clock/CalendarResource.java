package org.tongban.application.clock;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.platform.problem.BadInput;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.time.Instants;

/** Counts legal days for anybody. */
@RestController
final class CalendarResource {
    private static final int LONGEST = 3650;

    private final WorkingCalendar calendar;

    CalendarResource(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    enum Counted {
        WORKING_DAY,
        NATURAL_DAY
    }

    /** @param provisional whether a year without a holiday notice was counted over */
    record Counting(LocalDate from, int n, Counted unit, LocalDate due, boolean provisional) {}

    @GetMapping("/api/application/calendar")
    Counting count(@RequestParam String from, @RequestParam String n, @RequestParam String unit) {
        LocalDate day = day(from);
        int days = number(n);
        Counted counted = unit(unit);
        LocalDate due = counted == Counted.WORKING_DAY
                ? calendar.plusWorkingDays(day, days)
                : calendar.rolled(day.plusDays(days));
        return new Counting(day, days, counted, due, calendar.isProvisional(day, due));
    }

    private static LocalDate day(String text) {
        LocalDate day;
        try {
            day = Instants.parseDay(text);
        } catch (DateTimeException e) {
            throw new BadInput("/from", "from 应为日期，例如 2026-02-13。", "from is a day such as 2026-02-13.");
        }
        if (day.getYear() < 1949 || day.getYear() > 2999) {
            throw new NotAllowed("/from", "from 的年份应在 1949 至 2999 之间。", "The year of from is 1949 to 2999.");
        }
        return day;
    }

    private static int number(String text) {
        int n;
        try {
            n = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new BadInput("/n", "n 应为整数。", "n is a whole number.");
        }
        if (n < 0 || n > LONGEST) {
            throw new NotAllowed("/n", "n 应在 0 至 3650 之间。", "n is 0 to 3650.");
        }
        return n;
    }

    private static Counted unit(String text) {
        for (Counted unit : Counted.values()) {
            if (unit.name().equals(text)) {
                return unit;
            }
        }
        throw new BadInput("/unit", "unit 只能是 WORKING_DAY 或 NATURAL_DAY。", "unit is WORKING_DAY or NATURAL_DAY.");
    }
}
