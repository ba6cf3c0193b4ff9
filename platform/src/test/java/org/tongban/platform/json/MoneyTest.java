package org.tongban.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

final class MoneyTest {

    @Test
    void amountsAddUpToTheFen() {
        assertThat(Money.cny("0.10").plus(Money.cny("0.20"))).isEqualTo(Money.cny("0.30"));
        assertThat(Money.ZERO.plus(Money.cny("120"))).isEqualTo(new Money("120.00", "CNY"));
    }

    @Test
    void partsOfAFenAreRefused() {
        assertThatThrownBy(() -> Money.cny("0.001")).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\": 120.00, \"currency\": \"CNY\"}",
                "{\"amount\": \"120\", \"currency\": \"CNY\"}",
                "{\"amount\": \"-1.00\", \"currency\": \"CNY\"}",
                "{\"amount\": \"01.00\", \"currency\": \"CNY\"}",
                "{\"amount\": \"1.00\", \"currency\": \"USD\"}",
                "{\"amount\": \"1e2\", \"currency\": \"CNY\"}"
            })
    void otherFormsAreRefused(String json) {
        assertThatThrownBy(() -> Json.mapper().readValue(json, Money.class)).isInstanceOf(JacksonException.class);
    }

    @Test
    void itIsReadBack() {
        assertThat(Json.mapper().readValue("{\"amount\":\"120.00\",\"currency\":\"CNY\"}", Money.class))
                .isEqualTo(Money.cny("120"));
    }
}
