package org.tongban.platform.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;

final class LeaseTest {
    private static final Duration LENGTH = Duration.ofSeconds(15);

    private final TestClock clock = new TestClock();
    private final TestStore store = TestStore.open();
    private final Lease one = lease("relay");
    private final Lease other = lease("relay");

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void onlyOneOfTwoHasIt() {
        assertThat(one.taken()).isTrue();

        assertThat(other.taken()).isFalse();
        assertThat(lease("another job").taken()).isTrue();
    }

    @Test
    void whoHasItKeepsItAsLongAsSignsOfLifeCome() {
        for (int round = 0; round < 5; round++) {
            assertThat(one.taken()).isTrue();
            clock.tick(LENGTH.minusSeconds(1));
            assertThat(other.taken()).isFalse();
        }
    }

    @Test
    void whoDiesIsFollowedAfterTheLease() {
        one.taken();
        clock.tick(LENGTH.plusSeconds(1));

        assertThat(other.taken()).isTrue();
        assertThat(one.taken()).isFalse();
    }

    @Test
    void whatIsGivenBackIsFreeAtOnce() {
        one.taken();

        one.giveBack();

        assertThat(other.taken()).isTrue();
        assertThat(one.taken()).isFalse();
    }

    @Test
    void nobodyGivesBackWhatAnotherHolds() {
        one.taken();
        clock.tick(LENGTH.plusSeconds(1));
        other.taken();

        one.giveBack();

        assertThat(one.taken()).isFalse();
        assertThat(other.taken()).isTrue();
    }

    private Lease lease(String job) {
        return new Lease(store.database(), job, LENGTH, clock);
    }
}
