package org.tongban.application.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tongban.platform.kit.Seeded;
import org.tongban.platform.time.LegalZone;

class ClockProperties {
    private static final WorkingCalendar CALENDAR = HolidayNotices.calendar();

    private static LocalDate anyDay(RandomGenerator random) {
        return LocalDate.ofEpochDay(random.nextLong(
                LocalDate.of(2023, 1, 1).toEpochDay(), LocalDate.of(2029, 1, 1).toEpochDay()));
    }

    private static Unit anyUnit(RandomGenerator random) {
        List<Unit> lengths = List.of(Unit.WORKING_DAY, Unit.DAY, Unit.NATURAL_DAY);
        return lengths.get(random.nextInt(lengths.size()));
    }

    @Seeded(tries = 500)
    void countingInTwoStepsIsCountingAtOnce(RandomGenerator random) {
        LocalDate from = anyDay(random);
        int some = random.nextInt(61);
        int more = random.nextInt(61);

        LocalDate twice = CALENDAR.plusWorkingDays(CALENDAR.plusWorkingDays(from, some), more);

        assertThat(twice).isEqualTo(CALENDAR.plusWorkingDays(from, some + more));
    }

    @Seeded(tries = 500)
    void aDateDueIsAWorkingDay(RandomGenerator random) {
        LocalDate from = anyDay(random);

        LocalDate due = due(from, random.nextInt(1, 101), anyUnit(random), List.of());

        assertThat(CALENDAR.isWorkingDay(due)).isTrue();
        assertThat(due).isAfter(from);
    }

    @Seeded(tries = 500)
    void aStopNeverBringsADateForward(RandomGenerator random) {
        LocalDate from = anyDay(random);
        int n = random.nextInt(1, 61);
        Unit unit = anyUnit(random);
        LocalDate begins = from.plusDays(random.nextInt(91));
        Stop stop = new Stop(begins, begins.plusDays(random.nextInt(91)), "鉴定", new Term(1, Unit.WORKING_DAY));

        LocalDate stopped = due(from, n, unit, List.of(stop));

        assertThat(stopped).isAfterOrEqualTo(due(from, n, unit, List.of()));
    }

    @Seeded(tries = 500)
    void theLightGoesGreenYellowRedAndNeverBack(RandomGenerator random) {
        LocalDate from = anyDay(random);
        Limit limit = new Limit(new Term(random.nextInt(1, 61), Unit.WORKING_DAY), null, null);
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
