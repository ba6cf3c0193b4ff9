package org.tongban.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DivisionsTest {
    @ParameterizedTest
    @CsvSource({"510000,511602", "511600,511602", "511602,511602", "510000,510107"})
    void aDivisionActsForAllBelowIt(String division, String below) {
        assertThat(Divisions.holds(division, below)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "51", "5116", "51160", "5116020", "51160x", "５１１６０２"})
    void whatIsNoCodeHoldsNothing(String claim) {
        assertThat(Divisions.holds(claim, "511602")).isFalse();
        assertThat(new Caller("s", null, Set.of(Role.SUPERVISOR), null, null, null, claim).division())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"511602,511621", "511600,510107", "510000,110101", "511602,511600"})
    void andForNoOther(String division, String other) {
        assertThat(Divisions.holds(division, other)).isFalse();
    }
}
