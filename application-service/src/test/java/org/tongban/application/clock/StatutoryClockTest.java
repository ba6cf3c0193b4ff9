package org.tongban.application.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatutoryClockTest {
    private static final WorkingCalendar CALENDAR = HolidayNotices.calendar();
    /** Monday 2026-11-23, ten in the morning in Shanghai. */
    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void theDaysOfAnotherLawAreNaturalAndRollToTheNextWorkingDay() {
        assertThat(due(20, Unit.DAY, null)).isEqualTo("2026-12-14");
        assertThat(due(5, Unit.NATURAL_DAY, null)).isEqualTo("2026-11-30");
    }

    @Test
    void theDaysOfTheLicensingLawAreWorkingDays() {
        assertThat(due(20, Unit.DAY, "行政许可法 第四十二条")).isEqualTo("2026-12-21");
    }

    @Test
    void monthsEndOnTheSameNumberOrOnTheMonthsLastDay() {
        assertThat(clock("2026-11-30T02:00:00Z", 3, Unit.MONTH)
                        .deadlines(CALENDAR, LightRule.USUAL)
                        .statutory())
                .isEqualTo(CALENDAR.rolled(LocalDate.of(2027, 2, 28)));
        assertThat(clock("2024-02-29T02:00:00Z", 1, Unit.YEAR)
                        .deadlines(CALENDAR, LightRule.USUAL)
                        .statutory())
                .isEqualTo("2025-02-28");
    }

    @Test
    void hoursEndOnTheDayInWhichTheyRunOut() {
        assertThat(due(2, Unit.HOUR, null)).isEqualTo("2026-11-23");
        assertThat(due(24, Unit.HOUR, null)).isEqualTo("2026-11-24");
    }

    @Test
    void whatIsDoneOnTheSpotFallsDueOnTheDayOfAcceptanceEvenOnASunday() {
        StatutoryClock sunday = clock("2026-11-22T02:00:00Z", 0, Unit.ON_THE_SPOT);

        Deadlines dates = sunday.deadlines(CALENDAR, LightRule.USUAL);

        assertThat(dates.statutory()).isEqualTo("2026-11-22");
        assertThat(dates.redOn()).isEqualTo("2026-11-23");
    }

    @Test
    void aLimitOnTheSpotGivesWayToItsOtherwise() {
        Limit limit = new Limit(new Term(0, Unit.ON_THE_SPOT), null, new Term(3, Unit.WORKING_DAY));

        Deadlines dates = StatutoryClock.started(MONDAY, limit, null).deadlines(CALENDAR, LightRule.USUAL);

        assertThat(dates.statutory()).isEqualTo("2026-11-26");
    }

    @Test
    void theDayAStopBeginsCountsAndTheDayItEndsDoesNot() {
        StatutoryClock stopped = tenDays().stopped(LocalDate.of(2026, 11, 25), "鉴定", new Term(2, Unit.WORKING_DAY));

        StatutoryClock resumed = stopped.resumed(LocalDate.of(2026, 11, 27));

        assertThat(tenDays().deadlines(CALENDAR, LightRule.USUAL).statutory()).isEqualTo("2026-12-07");
        assertThat(resumed.deadlines(CALENDAR, LightRule.USUAL).statutory()).isEqualTo("2026-12-09");
    }

    @Test
    void aStopWithinOneDayTakesNothingOff() {
        LocalDate day = LocalDate.of(2026, 11, 25);

        StatutoryClock resumed =
                tenDays().stopped(day, "鉴定", new Term(1, Unit.HOUR)).resumed(day);

        assertThat(resumed.deadlines(CALENDAR, LightRule.USUAL))
                .isEqualTo(tenDays().deadlines(CALENDAR, LightRule.USUAL));
    }

    @Test
    void aClockThatRunsCannotBeResumed() {
        assertThatThrownBy(() -> tenDays().resumed(LocalDate.of(2026, 11, 25)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anExtensionIsCountedOnFromTheOldDate() {
        StatutoryClock longer = tenDays().extended(new Term(10, Unit.WORKING_DAY));

        assertThat(longer.deadlines(CALENDAR, LightRule.USUAL).statutory()).isEqualTo("2026-12-21");
    }

    @Test
    void theLightTurnsYellowWhenTwoWorkingDaysRemainAndRedWhenTheLimitIsPast() {
        Deadlines dates = tenDays().deadlines(CALENDAR, LightRule.USUAL);

        assertThat(dates.yellowOn()).isEqualTo("2026-12-03");
        assertThat(dates.redOn()).isEqualTo("2026-12-08");
        assertThat(dates.light(LocalDate.of(2026, 12, 2))).isEqualTo(Light.GREEN);
        assertThat(dates.light(LocalDate.of(2026, 12, 3))).isEqualTo(Light.YELLOW);
        assertThat(dates.light(LocalDate.of(2026, 12, 7))).isEqualTo(Light.YELLOW);
        assertThat(dates.light(LocalDate.of(2026, 12, 8))).isEqualTo(Light.RED);
    }

    @Test
    void aLongLimitTurnsYellowWhenAFifthOfItRemains() {
        Limit twenty = new Limit(new Term(20, Unit.WORKING_DAY), null, null);

        Deadlines dates = StatutoryClock.started(MONDAY, twenty, null).deadlines(CALENDAR, LightRule.USUAL);

        assertThat(dates.statutory()).isEqualTo("2026-12-21");
        assertThat(dates.yellowOn()).isEqualTo("2026-12-15");
    }

    @Test
    void timeThatIsNotCountedIsNoPartOfTheLimitTheLightLooksAt() {
        Limit twenty = new Limit(new Term(20, Unit.WORKING_DAY), null, null);
        StatutoryClock resumed = StatutoryClock.started(MONDAY, twenty, null)
                .stopped(LocalDate.of(2026, 11, 24), "鉴定", new Term(20, Unit.WORKING_DAY))
                .resumed(LocalDate.of(2026, 12, 22));

        Deadlines dates = resumed.deadlines(CALENDAR, LightRule.USUAL);

        assertThat(dates.statutory()).isEqualTo("2027-01-19");
        assertThat(dates.yellowOn()).as("four of the twenty days remain").isEqualTo("2027-01-13");
    }

    @Test
    void theLimitThatFallsDueFirstRulesTheLight() {
        Limit twenty = new Limit(new Term(20, Unit.WORKING_DAY), null, null);
        Limit five = new Limit(new Term(5, Unit.WORKING_DAY), null, null);

        Deadlines dates = StatutoryClock.started(MONDAY, twenty, five).deadlines(CALENDAR, LightRule.USUAL);

        assertThat(dates.first()).isEqualTo("2026-11-30");
        assertThat(dates.redOn()).isEqualTo("2026-12-01");
    }

    @Test
    void withoutALimitThereIsNoDateAndTheLightStaysGreen() {
        Deadlines dates = StatutoryClock.started(MONDAY, null, null).deadlines(CALENDAR, LightRule.USUAL);

        assertThat(dates.first()).isNull();
        assertThat(dates.light(LocalDate.of(2030, 1, 1))).isEqualTo(Light.GREEN);
    }

    private static StatutoryClock tenDays() {
        return clock(MONDAY.toString(), 10, Unit.WORKING_DAY);
    }

    private static StatutoryClock clock(String start, int n, Unit unit) {
        return StatutoryClock.started(Instant.parse(start), new Limit(new Term(n, unit), null, null), null);
    }

    private static @Nullable LocalDate due(int n, Unit unit, @Nullable String basis) {
        Limit limit = new Limit(new Term(n, unit), basis, null);
        return StatutoryClock.started(MONDAY, limit, null)
                .deadlines(CALENDAR, LightRule.USUAL)
                .statutory();
    }
}
