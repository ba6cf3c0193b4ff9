package org.tongban.application.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.application.RunningService;

final class CalendarResourceTest extends RunningService {
    private static final String CALENDAR = "/api/application/calendar";

    @Test
    void countsForAnybody() throws Exception {
        Reply counted = get("", CALENDAR + "?from=2026-02-13&n=20&unit=WORKING_DAY");

        assertThat(counted.status()).isEqualTo(200);
        assertThat(counted.text("/due")).isEqualTo("2026-03-19");
        assertThat(counted.json().path("provisional").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2018-12-28, 2018-12-29", "2020-01-23, 2020-02-03", "2015-09-02, 2015-09-06", "2019-04-26, 2019-04-28"})
    void theDayOfAnOldCaseIsCountedByTheNoticeOfItsYear(String from, String due) throws Exception {
        Reply counted = get("", CALENDAR + "?from=" + from + "&n=1&unit=WORKING_DAY");

        assertThat(counted.text("/due")).isEqualTo(due);
        assertThat(counted.json().path("provisional").asBoolean()).isFalse();
    }

    @Test
    void naturalDaysRollToAWorkingDay() throws Exception {
        assertThat(get("", CALENDAR + "?from=2026-09-24&n=1&unit=NATURAL_DAY").text("/due"))
                .isEqualTo("2026-09-28");
    }

    @Test
    void beyondTheLastNoticeTheAnswerIsProvisional() throws Exception {
        Reply counted = get("", CALENDAR + "?from=2026-12-31&n=1&unit=WORKING_DAY");

        assertThat(counted.text("/due")).isEqualTo("2027-01-04");
        assertThat(counted.json().path("provisional").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?from=2026-02-30&n=5&unit=WORKING_DAY",
                "?from=2026-02-13&n=five&unit=WORKING_DAY",
                "?from=2026-02-13&n=5&unit=WEEK",
                "?from=2026-02-13&n=5"
            })
    void whatCannotBeReadIsRefused(String query) throws Exception {
        assertThat(get("", CALENDAR + query).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?from=2026-02-13&n=-1&unit=WORKING_DAY", "?from=9026-02-13&n=5&unit=WORKING_DAY"})
    void whatCannotBeCountedIsRefused(String query) throws Exception {
        assertThat(get("", CALENDAR + query).status()).isEqualTo(422);
    }
}
