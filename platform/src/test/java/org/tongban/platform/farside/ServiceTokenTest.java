package org.tongban.platform.farside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.problem.FarSideDown;

@Timeout(30)
final class ServiceTokenTest {
    private final TestClock clock = new TestClock();
    private final Upstream signOn = new Upstream();

    @AfterEach
    void close() {
        signOn.close();
    }

    @Test
    void itIsKeptUntilShortlyBeforeItsEndAndThenRenewed() {
        ServiceToken token = token(Duration.ofSeconds(10));
        signOn.grants("first");
        assertThat(token.value()).isEqualTo("first");
        signOn.grants("second");

        clock.tick(Duration.ofSeconds(269));
        assertThat(token.value()).isEqualTo("first");
        clock.tick(Duration.ofSeconds(1));

        assertThat(token.value()).isEqualTo("second");
    }

    @Test
    void manyCallersFetchItOnce() throws Exception {
        ServiceToken token = token(Duration.ofSeconds(10));
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        signOn.answers(exchange -> {
            asked.countDown();
            await(goOn);
            signOn.grants("only");
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            byte[] granted = "{\"access_token\": \"only\", \"expires_in\": 300}"
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, granted.length);
            exchange.getResponseBody().write(granted);
            exchange.close();
        });
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> values = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                values.add(callers.submit(token::value));
            }
            await(asked);
            goOn.countDown();

            for (Future<String> value : values) {
                assertThat(value.get()).isEqualTo("only");
            }
            assertThat(signOn.calls()).isEqualTo(1);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void aSignOnThatAcceptsAndSaysNothingHoldsNobodyForEver() {
        ServiceToken token = token(Duration.ofMillis(200));
        signOn.answers(exchange -> {});

        assertThatThrownBy(token::value).isInstanceOf(FarSideDown.class).hasMessageContaining(ServiceToken.SIGN_ON);

        signOn.grants("after all");
        assertThat(token.value()).isEqualTo("after all");
    }

    @Test
    void whatARefusalIsAboutIsForgottenAndNothingElse() {
        ServiceToken token = token(Duration.ofSeconds(10));
        signOn.grants("first");
        token.value();
        clock.tick(Duration.ofMinutes(1));
        signOn.grants("second");

        assertThat(token.refused("first")).isTrue();
        assertThat(token.value()).isEqualTo("second");
        assertThat(token.refused("first")).as("somebody else fetched another").isTrue();
        assertThat(token.refused("second")).as("too young to be old").isFalse();

        assertThat(token.value()).isEqualTo("second");
        assertThat(signOn.calls()).isEqualTo(2);
    }

    private ServiceToken token(Duration readTimeout) {
        return new ServiceToken(
                new FarSideProperties("us", "secret", signOn.url() + "/token", Duration.ofSeconds(10), readTimeout),
                clock);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
