package org.tongban.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongban.gateway.house.Answer;
import org.tongban.gateway.house.FarSideDouble;
import org.tongban.gateway.house.RunningGateway;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class InstancesTest {
    private static final String ITEMS = "/api/catalog/items";

    private final FarSideDouble a = FarSideDouble.anywhere();
    private final FarSideDouble b = FarSideDouble.anywhere();

    @AfterEach
    void stop() {
        a.stop();
        b.stop();
    }

    @Test
    void callsGoToTheInstancesInTurn() {
        try (RunningGateway gateway = withBoth("catalog")) {
            get(gateway, 10);

            assertThat(a.calls()).hasSize(5);
            assertThat(b.calls()).hasSize(5);
        }
    }

    @Test
    void whereLessIsUnderWayIsAskedFirst() {
        try (RunningGateway gateway = withBoth("catalog", "--tongban.gateway.far-sides.patience.write=20s")) {
            a.fallsSilent();
            b.fallsSilent();
            CompletableFuture<HttpResponse<Void>> waiting = gateway.client()
                    .sendAsync(
                            HttpRequest.newBuilder(gateway.at(ITEMS))
                                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
            await().until(() -> a.calls().size() + b.calls().size() == 1);
            FarSideDouble busy = a.calls().isEmpty() ? b : a;
            a.forget();
            b.forget();

            get(gateway, 6);

            assertThat(busy.calls()).isEmpty();
            assertThat(waiting).isNotDone();
        }
    }

    @Test
    void anInstanceThatIsGoneCostsNobodyAnAnswer() {
        try (RunningGateway gateway = withBoth("catalog")) {
            get(gateway, 4);
            a.stop();

            for (int at = 0; at < 10; at++) {
                gateway.post("/api/catalog/inquiries", "{\"n\":1}").passed();
                gateway.get(ITEMS).passed();
            }

            assertThat(b.calls())
                    .filteredOn(call -> call.method().name().equals("POST"))
                    .hasSize(10)
                    .allMatch(call -> call.body() == 7);
        }
    }

    @Test
    void anInstanceThatCameBackIsAskedAgainOnceItIsReady() {
        try (RunningGateway gateway = withBoth("catalog", "--tongban.gateway.far-sides.breaker.rest=100ms")) {
            int port = a.port();
            a.stop();
            get(gateway, 2);
            FarSideDouble back = FarSideDouble.at(port);
            try {
                back.answers((request, response) -> request.uri().startsWith("/actuator/")
                        ? response.status(503).send()
                        : response.sendString(Mono.just("too early")));
                await().until(() -> back.heard().size() > 2);
                get(gateway, 4);
                assertThat(back.calls()).isEmpty();

                back.forget();

                await().until(() -> {
                    get(gateway, 1);
                    return !back.calls().isEmpty();
                });
            } finally {
                back.stop();
            }
        }
    }

    @Test
    void aReadThatBreaksOffIsAskedOnceMoreElsewhereAndACommandIsNot() {
        try (RunningGateway gateway = withBoth("catalog")) {
            a.hangsUp();

            get(gateway, 6);
            List<Answer> commands = IntStream.range(0, 4)
                    .mapToObj(at -> gateway.post("/api/catalog/inquiries", "{}"))
                    .toList();

            assertThat(a.calls()).isNotEmpty();
            assertThat(commands).filteredOn(answer -> answer.status() == 200).hasSize(2);
            assertThat(commands)
                    .filteredOn(answer -> answer.status() != 200)
                    .hasSize(2)
                    .allSatisfy(answer -> answer.problem(503, "far-side-down"));
            assertThat(Flux.concat(Flux.fromIterable(a.calls()), Flux.fromIterable(b.calls()))
                            .filter(call -> call.method().name().equals("POST"))
                            .collectList()
                            .block())
                    .hasSize(4);
        }
    }

    @Test
    void whenBothBreakOffTheReadIsNotAskedAThirdTime() {
        try (RunningGateway gateway = withBoth("catalog")) {
            a.hangsUp();
            b.hangsUp();

            gateway.get(ITEMS).problem(503, "far-side-down");

            assertThat(a.calls()).hasSize(1);
            assertThat(b.calls()).hasSize(1);
        }
    }

    @Test
    void aSilentInstanceCostsAReaderItsPatienceAndNotTheAnswer() {
        try (RunningGateway gateway = withBoth("catalog")) {
            a.fallsSilent();

            get(gateway, 2);

            assertThat(a.calls()).hasSize(1);
            assertThat(b.calls()).hasSize(2);
        }
    }

    @Test
    void aStreamIsFoundAtTheInstanceThatIsLeft() {
        try (RunningGateway gateway = withBoth("tracking")) {
            b.answers((request, response) -> response.sse().sendString(Mono.just("id: 1\n\n")));
            a.stop();

            for (int at = 0; at < 3; at++) {
                assertThat(gateway.get("/api/tracking/7KQ2M9XT04HBZR50/stream").body())
                        .isEqualTo("id: 1\n\n");
            }
        }
    }

    @Test
    void moreThanAServiceCanTakeIsRefusedAtOnce() throws Exception {
        try (RunningGateway gateway = new RunningGateway(
                "--tongban.gateway.far-sides.calls=2", "--tongban.gateway.far-sides.patience.read=30s")) {
            FarSideDouble catalog = gateway.farSide("catalog");
            catalog.fallsSilent();
            List<CompletableFuture<HttpResponse<Void>>> waiting = IntStream.range(0, 2)
                    .mapToObj(at -> gateway.client()
                            .sendAsync(
                                    HttpRequest.newBuilder(gateway.at(ITEMS)).build(),
                                    HttpResponse.BodyHandlers.discarding()))
                    .toList();
            await().until(() -> catalog.calls().size() == 2);

            Answer third = gateway.get(ITEMS);

            third.problem(503, "far-side-busy");
            assertThat(third.header("Retry-After")).isEqualTo("1");
            gateway.get("/api/tracking/7KQ2").passed();
            catalog.forget();
            waiting.forEach(one -> one.cancel(true));
            await().untilAsserted(() -> gateway.get(ITEMS).passed());
        }
    }

    private RunningGateway withBoth(String service, String... settings) {
        String[] all = Arrays.copyOf(settings, settings.length + 1);
        all[settings.length] = "--tongban.gateway.far-sides." + service + '=' + a.address() + ',' + b.address();
        return new RunningGateway(all);
    }

    private static void get(RunningGateway gateway, int times) {
        for (int at = 0; at < times; at++) {
            gateway.get(ITEMS).passed();
        }
    }
}
