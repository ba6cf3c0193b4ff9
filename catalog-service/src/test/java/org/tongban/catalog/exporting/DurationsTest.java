package org.tongban.catalog.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongban.catalog.item.Limit;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 当场, PT0S",
        "0, 即时, PT0S",
        "2, 小时, PT2H",
        "7, 天, P7D",
        "30, 自然日, P30D",
        "3, 月, P3M",
        "1.0, 年, P1Y",
        "10, 工作日,",
        "20, 日,",
        "1, 当日,",
        "0.5, 天,"
    })
    void onlyWhatHasACalendarFormIsADuration(String n, String unit, @Nullable String duration) {
        Limit limit = new Limit(new BigDecimal(n), unit, null, null, null, null, null);

        assertThat(Durations.of(limit).orElse(null)).isEqualTo(duration);
    }
}
