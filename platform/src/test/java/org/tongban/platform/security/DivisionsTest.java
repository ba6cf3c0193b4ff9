package org.tongban.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DivisionsTest {
    @ParameterizedTest
    @CsvSource({"510000,511602", "511600,511602", "511602,511602", "510000,510107"})
    void aDivisionActsForAllBelowIt(String division, String below) {
        assertThat(Divisions.holds(division, below)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"511602,511621", "511600,510107", "510000,110101", "511602,511600"})
    void andForNoOther(String division, String other) {
        assertThat(Divisions.holds(division, other)).isFalse();
    }
}
