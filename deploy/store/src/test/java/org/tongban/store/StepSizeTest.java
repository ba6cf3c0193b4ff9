package org.tongban.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StepSizeTest {

    private static final long QUICK = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long SLOW = TimeUnit.SECONDS.toNanos(1);

    private final StepSize size = new StepSize();

    @Test
    void quickStepsGrowUpToTheMost() {
        for (int step = 0; step < 20; step++) {
            size.took(QUICK);
        }

        assertThat(size.bytes()).isEqualTo(StepSize.MOST);
    }

    @Test
    void aSlowDiskGetsSmallSteps() {
        quickStepsGrowUpToTheMost();

        for (int step = 0; step < 20; step++) {
            size.took(SLOW);
        }

        assertThat(size.bytes()).isEqualTo(StepSize.LEAST);
    }
}
