package org.tongban.platform.farside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.mock.env.MockEnvironment;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.problem.FarSideDown;
import org.tongban.platform.trace.Trace;

/** How other services are called when they are slow, broken, away, twice there, or change their keys. */
@Timeout(30)
final class FarSidesTest {
    private final TestClock clock = new TestClock();
    private final Upstream one = new Upstream();
    private final Upstream two = new Upstream();
    private final Upstream signOn = new Upstream();
    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();

    @AfterEach
    void close() {
        one.close();
        two.close();
        signOn.close();
    }

    @Test
    void whoNeverAnswersIsWaitedForNoLongerThanAllowed() {
        FarSides.FarSide far = farSides(Duration.ofMillis(200)).open("catalog");
        one.answers(exchange -> {});

        assertThatThrownBy(() -> get(far))
                .isInstanceOf(FarSideDown.class)
                .hasRootCauseInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void theTraceGoesAlong() {
        FarSides.FarSide far = farSides().open("catalog");
        one.answers(exchange -> Upstream.answer(
                exchange, 200, String.valueOf(exchange.getRequestHeaders().getFirst("traceparent"))));
        List<String> sent = new ArrayList<>();

        Trace.continuing("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", () -> sent.add(get(far)));
        sent.add(get(far));

        assertThat(sent.get(0)).matches("00-0af7651916cd43dd8448eb211c80319c-(?!b7ad6b7169203331)[0-9a-f]{16}-01");
        assertThat(sent.get(1)).isEqualTo("null");
    }

    @Test
    void theCauseGoesAlong() {
        FarSides.FarSide far = farSides().open("catalog");
        one.answers(exchange -> Upstream.answer(exchange, 503, "busy"));

        assertThatThrownBy(() -> get(far))
                .isInstanceOf(FarSideDown.class)
                .hasCauseInstanceOf(org.springframework.web.client.HttpServerErrorException.class);
    }

    @Test
    void ofTwoAddressesTheOneThatAnswersIsAsked() {
        FarSides.FarSide far = farSides(one.url() + ", " + two.url()).open("catalog");
        one.close();

        for (int i = 0; i < 5; i++) {
            assertThat(get(far)).isEqualTo("fine");
        }

        assertThat(two.calls()).isEqualTo(5);
        assertThat(breakers.circuitBreaker("catalog").getMetrics().getNumberOfFailedCalls())
                .as("it is asked at most once")
                .isLessThanOrEqualTo(1);
    }

    @Test
    void oneThatIsBrokenIsLeftForTheOther() {
        FarSides.FarSide far = farSides(one.url() + "," + two.url()).open("catalog");
        two.answers(exchange -> Upstream.answer(exchange, 500, "broken"));

        for (int i = 0; i < 5; i++) {
            assertThat(get(far)).isEqualTo("fine");
        }

        assertThat(one.calls()).isEqualTo(5);
    }

    @Test
    void eachAddressHasItsOwnBreaker() {
        FarSides.FarSide far = farSides(one.url() + "," + two.url()).open("catalog");
        breakers.circuitBreaker("catalog").transitionToForcedOpenState();

        assertThat(get(far)).isEqualTo("fine");

        assertThat(two.calls()).isEqualTo(1);
        assertThat(breakers.circuitBreaker("catalog-2").getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void whatMayHaveHappenedIsNotDoneTwice() {
        FarSides.FarSide far = farSides(one.url() + "," + two.url()).open("catalog");
        one.answers(exchange -> Upstream.answer(exchange, 500, "broken"));
        two.answers(exchange -> Upstream.answer(exchange, 500, "broken"));

        assertThatThrownBy(() -> post(far, "")).isInstanceOf(FarSideDown.class);
        assertThat(one.calls() + two.calls()).isEqualTo(1);

        assertThatThrownBy(() -> post(far, "a-key")).isInstanceOf(FarSideDown.class);
        assertThat(one.calls() + two.calls()).isEqualTo(3);
    }

    @Test
    void whatNeverArrivedIsSentElsewhere() {
        FarSides.FarSide far = farSides(one.url() + "," + two.url()).open("catalog");
        one.close();

        assertThat(post(far, "")).isEqualTo("fine");
        assertThat(post(far, "")).isEqualTo("fine");
    }

    @Test
    void aTokenThatIsRefusedIsFetchedAnewOnce() {
        FarSides.FarSide far = farSides().asSystem("catalog");
        signOn.grants("old");
        one.answers(exchange -> accept(exchange, "old"));
        assertThat(get(far)).isEqualTo("fine");

        clock.tick(Duration.ofMinutes(1));
        signOn.grants("new");
        one.answers(exchange -> accept(exchange, "new"));

        assertThat(get(far)).isEqualTo("fine");
        assertThat(signOn.calls()).isEqualTo(2);
    }

    @Test
    void whoRefusesEveryTokenDoesNotMakeUsAskForOneEachTime() {
        FarSides.FarSide far = farSides().asSystem("catalog");
        signOn.grants("any");
        one.answers(exchange -> Upstream.answer(exchange, 401, "no"));

        for (int i = 0; i < 5; i++) {
            get(far);
        }

        assertThat(signOn.calls()).isEqualTo(1);
    }

    @Test
    void aSignOnThatIsAwayIsNoFaultOfTheFarSide() {
        FarSides.FarSide far = farSides().asSystem("catalog");
        signOn.close();

        assertThatThrownBy(() -> get(far)).isInstanceOf(FarSideDown.class).hasMessageContaining(ServiceToken.SIGN_ON);

        assertThat(breakers.circuitBreaker("catalog").getMetrics().getNumberOfFailedCalls())
                .isZero();
        assertThat(one.calls()).isZero();
    }

    private static void accept(HttpExchange exchange, String token) throws IOException {
        boolean good = ("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        Upstream.answer(exchange, good ? 200 : 401, good ? "fine" : "no");
    }

    private static String get(FarSides.FarSide far) {
        return far.call(
                client -> String.valueOf(client.get().uri("/x").retrieve().body(String.class)));
    }

    private static String post(FarSides.FarSide far, String key) {
        return far.call(client -> String.valueOf(client.post()
                .uri("/x")
                .headers(headers -> {
                    if (!key.isEmpty()) {
                        headers.set("Idempotency-Key", key);
                    }
                })
                .body("done")
                .retrieve()
                .body(String.class)));
    }

    private FarSides farSides() {
        return farSides(one.url(), Duration.ofSeconds(10));
    }

    private FarSides farSides(String urls) {
        return farSides(urls, Duration.ofSeconds(10));
    }

    private FarSides farSides(Duration readTimeout) {
        return farSides(one.url(), readTimeout);
    }

    private FarSides farSides(String urls, Duration readTimeout) {
        FarSideProperties properties =
                new FarSideProperties("us", "secret", signOn.url() + "/token", Duration.ofSeconds(10), readTimeout);
        MockEnvironment environment = new MockEnvironment().withProperty("tongban.far-sides.catalog", urls);
        return new FarSides(environment, breakers, properties, new ServiceToken(properties, clock));
    }
}
