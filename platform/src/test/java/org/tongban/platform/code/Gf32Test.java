package org.tongban.platform.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class Gf32Test {

    @Test
    void alphaRunsThroughEveryElementButZero() {
        Set<Integer> seen = new HashSet<>();

        for (int exponent = 0; exponent < 31; exponent++) {
            seen.add(Gf32.timesAlpha(exponent, 1));
        }

        assertThat(seen).hasSize(31).allMatch(element -> element >= 1 && element <= 31);
    }

    @Test
    void alphaToTheFifthIsAlphaSquaredPlusOne() {
        assertThat(Gf32.timesAlpha(5, 1)).isEqualTo(0b00101);
    }

    @Test
    void timesAndOverUndoEachOther() {
        for (int element = 0; element < 32; element++) {
            for (int exponent = 0; exponent < 31; exponent++) {
                assertThat(Gf32.overAlpha(exponent, Gf32.timesAlpha(exponent, element)))
                        .isEqualTo(element);
            }
        }
    }

    @Test
    void multiplyingDistributesOverAdding() {
        for (int exponent = 0; exponent < 31; exponent++) {
            for (int a = 0; a < 32; a++) {
                for (int b = 0; b < 32; b++) {
                    assertThat(Gf32.timesAlpha(exponent, a ^ b))
                            .isEqualTo(Gf32.timesAlpha(exponent, a) ^ Gf32.timesAlpha(exponent, b));
                }
            }
        }
    }
}
