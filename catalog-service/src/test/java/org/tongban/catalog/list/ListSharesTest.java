package org.tongban.catalog.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.security.Caller;

/** How many lists a caller may have. */
class ListSharesTest {
    private static final Caller CITIZEN = new Caller("citizen-1", null, Set.of(), null, null, null, null);

    private final TestClock clock = new TestClock();
    private final ListShares shares = new ListShares(
            new ListProperties(
                    Path.of("."), 90, 50, 30, new ListProperties.Share(2, 30), new ListProperties.Share(5, 300)),
            clock);

    @Test
    void aStrangerWaitsForTheNextListAndAnotherDoesNot() {
        take(Caller.ANONYMOUS, "192.0.2.7", 2);

        assertThatThrownBy(() -> take(Caller.ANONYMOUS, "192.0.2.7", 1))
                .isInstanceOfSatisfying(ListShareSpent.class, refusal -> {
                    assertThat(refusal.type().status()).isEqualTo(429);
                    assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(2));
                });
        assertThatCode(() -> take(Caller.ANONYMOUS, "192.0.2.8", 2)).doesNotThrowAnyException();
        assertThatCode(() -> take(CITIZEN, "192.0.2.7", 5)).doesNotThrowAnyException();
        clock.tick(Duration.ofSeconds(2));
        assertThatCode(() -> take(Caller.ANONYMOUS, "192.0.2.7", 1)).doesNotThrowAnyException();
        assertThatThrownBy(() -> take(Caller.ANONYMOUS, "192.0.2.7", 1)).isInstanceOf(ListShareSpent.class);
    }

    @Test
    void aShareFillsUpToItsBurstAndNoFurther() {
        clock.tick(Duration.ofDays(1));

        take(CITIZEN, "192.0.2.7", 5);

        assertThatThrownBy(() -> take(CITIZEN, "192.0.2.9", 1)).isInstanceOf(ListShareSpent.class);
    }

    private void take(Caller caller, String address, int times) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("X-Forwarded-For", address);
        for (int i = 0; i < times; i++) {
            shares.take(caller, request);
        }
    }
}
