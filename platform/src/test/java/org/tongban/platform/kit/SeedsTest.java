package org.tongban.platform.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SeedsTest {
    private static final Set<Integer> DRAWN = new HashSet<>();

    @Seeded(tries = 3)
    void everyTryDrawsWhatNoOtherDid(Random random) {
        assertThat(DRAWN.add(random.nextInt())).isTrue();
    }

    @Test
    void theSeedThatIsSetIsTheOnlyOne() {
        assertThat(Seeds.seeds("-42", 200)).containsExactly(-42L);
    }

    @Test
    void elseEachRunTriesOthers() {
        assertThat(Seeds.seeds("", 200)).hasSize(200).doesNotHaveDuplicates();
        assertThat(Seeds.seeds("", 200).toArray())
                .isNotEqualTo(Seeds.seeds("", 200).toArray());
    }

    @Test
    void aFailureSaysHowItIsTriedAgain() {
        AssertionError failure = new AssertionError("not so");

        Throwable told = Seeds.told(failure, "-Dtongban.test.seed=7");

        assertThat(told).isSameAs(failure).hasSuppressedException(new Seeds.Tried("-Dtongban.test.seed=7"));
    }
}
