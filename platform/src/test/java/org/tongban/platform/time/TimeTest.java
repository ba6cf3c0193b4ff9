package org.tongban.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.tongban.platform.kit.TestClock;

final class TimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T02:11:09Z,           2026-11-22T02:11:09.000Z",
        "2026-11-22T02:11:09.5Z,         2026-11-22T02:11:09.500Z",
        "2026-11-22T02:11:09.123456789Z, 2026-11-22T02:11:09.123Z",
        "1969-12-31T23:59:59.9999Z,      1969-12-31T23:59:59.999Z",
        "0000-01-01T00:00:00Z,           0000-01-01T00:00:00.000Z",
        "9999-12-31T23:59:59.999Z,       9999-12-31T23:59:59.999Z"
    })
    void anInstantHasExactlyThreeDecimals(String given, String text) {
        assertThat(Instants.text(Instant.parse(given))).isEqualTo(text);
        assertThat(Instants.text(Instants.parse(given))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-22",
                "2026-11-22T02:11Z",
                "2026-11-22T02:11:09",
                "2026-11-22T02:11:09+08:00",
                "2026-11-22 02:11:09Z",
                "2026-11-22t02:11:09z",
                "2026-02-30T02:11:09Z",
                "2026-11-22T25:11:09Z",
                "+1000000000-12-31T23:59:59Z",
                "２026-11-22T02:11:09Z",
                "2026-11-22T02:11:09.Z"
            })
    void anythingElseIsNoInstant(String text) {
        assertThatThrownBy(() -> Instants.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void anInstantBeyondFourDigitsOfAYearHasNoText() {
        assertThatThrownBy(() -> Instants.text(Instant.MAX)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> Instants.text(Instant.MIN)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2026-2-3", "2026-02-30", "20260203", "2026-02-03T00:00:00Z", "+12026-02-03", "-0001-01-01"})
    void aDayIsADayOfTheCalendar(String text) {
        assertThatThrownBy(() -> Instants.parseDay(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void theLegalDayBeginsAtMidnightInShanghai() {
        assertThat(LegalZone.dateOf(Instant.parse("2026-11-21T15:59:59.999Z"))).isEqualTo("2026-11-21");
        assertThat(LegalZone.dateOf(Instant.parse("2026-11-21T16:00:00Z"))).isEqualTo("2026-11-22");
        assertThat(LegalZone.startOf(LocalDate.parse("2026-11-22"))).isEqualTo("2026-11-21T16:00:00Z");
    }

    @Test
    void theClockTellsUtcInWholeMilliseconds() {
        new ApplicationContextRunner()
                .withUserConfiguration(TimeConfiguration.class)
                .run(context -> {
                    Clock clock = context.getBean(Clock.class);

                    assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
                    Instant now = clock.instant();
                    assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MILLIS));
                });
    }

    @Test
    void onOneMachineASettingPutsTheClockForward() {
        new ApplicationContextRunner()
                .withUserConfiguration(TimeConfiguration.class)
                .withPropertyValues("tongban.clock.offset=P40D", "tongban.public-base=http://localhost:8080")
                .run(context -> assertThat(context.getBean(Clock.class).instant())
                        .isAfter(Clock.systemUTC().instant().plus(Duration.ofDays(39))));
    }

    @ParameterizedTest
    @CsvSource({"P1D,https://house.example", "PT-1S,http://localhost", "P4000D,http://localhost"})
    void theClockIsNotMovedWhereOthersReachTheHouseNorBackNorWithoutEnd(String offset, String base) {
        new ApplicationContextRunner()
                .withUserConfiguration(TimeConfiguration.class)
                .withPropertyValues("tongban.clock.offset=" + offset, "tongban.public-base=" + base)
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("TONGBAN_CLOCK_OFFSET"));
    }

    @Test
    void aClockOfTheTestComesFirst() {
        TestClock held = new TestClock();

        new ApplicationContextRunner()
                .withBean(Clock.class, () -> held)
                .withUserConfiguration(TimeConfiguration.class)
                .run(context -> assertThat(context.getBean(Clock.class)).isSameAs(held));
    }

    @Test
    void theTestClockStandsStillUntilItIsTicked() {
        TestClock clock = new TestClock();
        Clock inShanghai = clock.withZone(LegalZone.ID);

        clock.tick(Duration.ofDays(1));

        assertThat(clock.instant()).isEqualTo(TestClock.START.plus(Duration.ofDays(1)));
        assertThat(inShanghai.instant()).isEqualTo(clock.instant());
        clock.set(TestClock.START);
        assertThat(clock.instant()).isEqualTo(TestClock.START);
    }
}
