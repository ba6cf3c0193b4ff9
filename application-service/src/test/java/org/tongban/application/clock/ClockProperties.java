package org.tongban.application.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.tongban.platform.time.LegalZone;

class ClockProperties {
    private static final WorkingCalendar CALENDAR = HolidayNotices.calendar();

    @Provide
    Arbitrary<LocalDate> days() {
        long first = LocalDate.of(2023, 1, 1).toEpochDay();
        long last = LocalDate.of(2028, 12, 31).toEpochDay();
        return Arbitraries.longs().between(first, last).map(LocalDate::ofEpochDay);
    }

    @Property
    void countingInTwoStepsIsCountingAtOnce(
            @ForAll("days") LocalDate from,
            @ForAll @IntRange(max = 60) int some,
            @ForAll @IntRange(max = 60) int more) {
        LocalDate twice = CALENDAR.plusWorkingDays(CALENDAR.plusWorkingDays(from, some), more);

        assertThat(twice).isEqualTo(CALENDAR.plusWorkingDays(from, some + more));
    }

    @Property
    void aDateDueIsAWorkingDay(
            @ForAll("days") LocalDate from, @ForAll @IntRange(min = 1, max = 100) int n, @ForAll("lengths") Unit unit) {
        LocalDate due = due(from, n, unit, List.of());

        assertThat(CALENDAR.isWorkingDay(due)).isTrue();
        assertThat(due).isAfter(from);
    }

    @Property
    void aStopNeverBringsADateForward(
            @ForAll("days") LocalDate from,
            @ForAll @IntRange(min = 1, max = 60) int n,
            @ForAll("lengths") Unit unit,
            @ForAll @IntRange(max = 90) int after,
            @ForAll @IntRange(max = 90) int length) {
        LocalDate begins = from.plusDays(after);
        Stop stop = new Stop(begins, begins.plusDays(length), "鉴定", new Term(1, Unit.WORKING_DAY));

        LocalDate stopped = due(from, n, unit, List.of(stop));

        assertThat(stopped).isAfterOrEqualTo(due(from, n, unit, List.of()));
    }

    @Property
    void theLightGoesGreenYellowRedAndNeverBack(
            @ForAll("days") LocalDate from, @ForAll @IntRange(min = 1, max = 60) int n) {
        Limit limit = new Limit(new Term(n, Unit.WORKING_DAY), null, null);
        Deadlines dates =
                StatutoryClock.started(LegalZone.startOf(from), limit, null).deadlines(CALENDAR, LightRule.USUAL);

        Light last = Light.GREEN;
        for (LocalDate day = from; day.isBefore(from.plusDays(120)); day = day.plusDays(1)) {
            Light light = dates.light(day);
            assertThat(light).isGreaterThanOrEqualTo(last);
            last = light;
        }
        assertThat(last).isEqualTo(Light.RED);
    }

    @Provide
    Arbitrary<Unit> lengths() {
        return Arbitraries.of(Unit.WORKING_DAY, Unit.DAY, Unit.NATURAL_DAY);
    }

    private static LocalDate due(LocalDate from, int n, Unit unit, List<Stop> stops) {
        Limit limit = new Limit(new Term(n, unit), null, null);
        Instant start = LegalZone.startOf(from);
        LocalDate due = new StatutoryClock(start, limit, null, stops, null)
                .deadlines(CALENDAR, LightRule.USUAL)
                .statutory();
        assertThat(due).isNotNull();
        return due == null ? from : due;
    }
}
