package org.tongban.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tongban.gateway.house.Answer;
import org.tongban.gateway.house.FarSideDouble;
import org.tongban.gateway.house.RunningGateway;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class FarSideFailureTest {
    private static final String BREAKER = "--tongban.gateway.far-sides.breaker.";

    @Test
    void aFarSideThatDoesNotAnswerInTimeIsSaidToBeSlow() {
        RunningGateway gateway = RunningGateway.generous();
        gateway.farSide("catalog").answers((request, response) -> Mono.never());

        Answer answer = gateway.get("/api/catalog/items", "Accept-Language", "en");

        assertThat(answer.problem(504, "far-side-slow").path("detail").asString())
                .contains("catalog")
                .contains("Idempotency-Key");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
    }

    @Test
    void aFarSideThatHangsUpIsDownAndTheCommandIsNotSentAgain() {
        RunningGateway gateway = RunningGateway.generous();
        FarSideDouble application = gateway.farSide("application");
        application.hangsUp();

        Answer answer = gateway.send(HttpRequest.newBuilder(gateway.at("/api/application/applications"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));

        answer.problem(503, "far-side-down");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(application.heard()).hasSize(1);
    }

    @Test
    void anAnswerThatBreaksOffIsNeverTakenForAWholeOne() {
        RunningGateway gateway = RunningGateway.generous();
        gateway.farSide("catalog").answers((request, response) -> {
            response.withConnection(connection -> connection
                    .channel()
                    .eventLoop()
                    .schedule(connection::dispose, 200, TimeUnit.MILLISECONDS)
                    .addListener(done -> assertThat(done.isSuccess()).isTrue()));
            return response.sendString(Flux.concat(Mono.just("{\"items\": ["), Mono.never()));
        });

        assertThatThrownBy(() -> gateway.get("/api/catalog/items")).hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void theAnswersOfAFarSidePassAsTheyAre() {
        RunningGateway gateway = RunningGateway.generous();
        gateway.farSide("application")
                .answers((request, response) -> response.status(409)
                        .header("Content-Type", "application/problem+json")
                        .header("Retry-After", "3")
                        .sendByteArray(Mono.just("{\"title\":\"一\"}".getBytes(StandardCharsets.UTF_8))));

        Answer answer = gateway.get("/api/application/applications");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.header("Retry-After")).isEqualTo("3");
        assertThat(answer.body()).isEqualTo("{\"title\":\"一\"}");
    }

    @Test
    void aDeadFarSideIsLeftInPeaceAndFoundAgain() {
        try (RunningGateway gateway = new RunningGateway(BREAKER + "calls=5", BREAKER + "rest=1s")) {
            FarSideDouble catalog = gateway.farSide("catalog");
            catalog.hangsUp();
            for (int at = 0; at < 5; at++) {
                gateway.get("/api/catalog/items").problem(503, "far-side-down");
            }
            catalog.forget();

            Answer refused = gateway.get("/api/catalog/items");

            refused.problem(503, "far-side-down");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(catalog.calls()).isEmpty();
            gateway.get("/api/tracking/x").passed();
            await().untilAsserted(() -> gateway.get("/api/catalog/items").passed());
        }
    }

    @Test
    void aFarSideThatRefusesIsAlive() {
        try (RunningGateway gateway = new RunningGateway(BREAKER + "calls=5", BREAKER + "rest=60s")) {
            gateway.farSide("catalog")
                    .answers((request, response) -> response.status(503).send());
            for (int at = 0; at < 20; at++) {
                assertThat(gateway.get("/api/catalog/items").status()).isEqualTo(503);
            }

            assertThat(gateway.farSide("catalog").heard()).hasSize(20);
        }
    }

    @Test
    void theFaultsOfCallersAreNotHeldAgainstAFarSide() {
        try (RunningGateway gateway = new RunningGateway(BREAKER + "calls=5", BREAKER + "rest=60s")) {
            for (int at = 0; at < 10; at++) {
                gateway.send(HttpRequest.newBuilder(gateway.at("/api/catalog/imports"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(new byte[2 * 1024 * 1024]))))
                        .problem(413, "body-too-large");
            }

            gateway.get("/api/catalog/items").passed();
        }
    }

    @Test
    void aRestartedFarSideIsFoundAgain() {
        try (RunningGateway gateway = new RunningGateway()) {
            gateway.get("/api/catalog/items").passed();
            gateway.farSide("catalog").stop();
            gateway.get("/api/catalog/items").problem(503, "far-side-down");

            FarSideDouble back = FarSideDouble.at(gateway.farSide("catalog").port());

            try {
                await().untilAsserted(() -> gateway.get("/api/catalog/items").passed());
            } finally {
                back.stop();
            }
        }
    }
}
