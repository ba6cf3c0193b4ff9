package org.tongban.identity.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;
import org.tongban.platform.secret.Keys;

class AttemptLimitTest {
    private static final IdentityCard ZHANG = IdentityCard.read("张安然", "511602188001010010");
    private static final IdentityCard LI = IdentityCard.read("李宁", "11010118990101010X");

    private final TestStore store = TestStore.open();
    private final TestClock clock = new TestClock();
    private final Keys keys = Keys.in(Path.of(SampleKeys.folder().toString()));
    private final AttemptLimit one = instance();
    private final AttemptLimit other = instance();

    private AttemptLimit instance() {
        return new AttemptLimit(
                PersonConfiguration.attempts(store.database(), clock),
                new Seals(keys.fieldCipher(), keys.blindIndex()),
                new VerificationProperties(5, 10),
                clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void twoInstancesCountTogether() {
        for (int i = 0; i < 5; i++) {
            (i % 2 == 0 ? one : other).count("citizen1", i < 3 ? ZHANG : LI);
        }

        assertThatThrownBy(() -> one.count("citizen1", LI))
                .isInstanceOfSatisfying(
                        TooManyAttempts.class,
                        refused -> assertThat(refused.retryAfter()).isEqualTo(Duration.ofHours(1)));
    }

    @Test
    void anHourLaterThereAreFiveMoreAndThenNoneThatDay() {
        for (int i = 0; i < 10; i++) {
            one.count("citizen" + i % 2, ZHANG);
            clock.tick(Duration.ofMinutes(13));
        }

        assertThatThrownBy(() -> one.count("citizen3", ZHANG)).isInstanceOf(TooManyAttempts.class);
        clock.tick(Duration.ofHours(20));
        assertThatThrownBy(() -> one.count("citizen3", ZHANG)).isInstanceOf(TooManyAttempts.class);
        clock.tick(Duration.ofHours(2));
        assertThat(one.count("citizen3", ZHANG)).isEqualTo(clock.instant());
    }

    @Test
    void whatTheRegistryDidNotAnswerIsGivenBack() {
        for (int i = 0; i < 20; i++) {
            Instant counted = one.count("citizen1", ZHANG);
            one.giveBack("citizen1", ZHANG, counted);
        }

        assertThat(one.count("citizen1", ZHANG)).isEqualTo(clock.instant());
    }

    @Test
    void whatIsOlderThanADayIsForgotten() {
        one.count("citizen1", ZHANG);
        clock.tick(Duration.ofHours(25));

        one.sweep();

        assertThat(store.database().getCollection("verificationAttempts").countDocuments())
                .isZero();
    }
}
