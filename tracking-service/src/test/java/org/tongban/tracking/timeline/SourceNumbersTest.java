package org.tongban.tracking.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class SourceNumbersTest {
    @Test
    void whateverTheOrderItHoldsWhatCameAndNothingElse() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Long> order =
                    new ArrayList<>(LongStream.rangeClosed(1, 12).boxed().toList());
            Collections.shuffle(order, random);
            List<Long> came = order.subList(0, 1 + random.nextInt(12));

            SourceNumbers numbers = SourceNumbers.NONE;
            for (long number : came) {
                numbers = numbers.with(number);
            }

            SourceNumbers all = numbers;
            assertThat(LongStream.rangeClosed(0, 13).filter(all::holds).boxed())
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(came);
            assertThat(all.last()).isEqualTo(Collections.max(came));
        }
    }

    @Test
    void whatHasAllUpToItsLastHasNoGaps() {
        SourceNumbers numbers = SourceNumbers.NONE.with(3).with(1).with(2);

        assertThat(numbers).isEqualTo(new SourceNumbers(3, List.of()));
    }
}
