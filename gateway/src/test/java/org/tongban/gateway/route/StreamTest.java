package org.tongban.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.tongban.gateway.house.RunningGateway;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

final class StreamTest {
    @Test
    void anEntryArrivesBeforeTheNextIsWritten() throws Exception {
        RunningGateway gateway = RunningGateway.generous();
        Sinks.Many<String> entries = Sinks.many().unicast().onBackpressureBuffer();
        entries.tryEmitNext(entry(1));
        streams(gateway, entries.asFlux());

        try (BufferedReader stream = open(gateway)) {
            assertThat(next(stream)).isEqualTo("id: 1");
            entries.tryEmitNext(entry(2));
            assertThat(next(stream)).isEqualTo("id: 2");
        }
    }

    @Test
    void aStreamOutlivesTheResponseTimeOut() throws Exception {
        RunningGateway gateway = RunningGateway.generous();
        Duration beyondTheTimeOut = Duration.ofMillis(2_500);
        streams(
                gateway,
                Flux.concat(Mono.just(entry(1)), Mono.delay(beyondTheTimeOut).map(late -> entry(2))));

        try (BufferedReader stream = open(gateway)) {
            assertThat(next(stream)).isEqualTo("id: 1");
            assertThat(next(stream)).isEqualTo("id: 2");
        }
    }

    @Test
    void aStreamWithoutASignOfLifeEnds() throws Exception {
        try (RunningGateway gateway = new RunningGateway("--tongban.gateway.far-sides.patience.stream-silence=1s")) {
            streams(gateway, Flux.concat(Mono.just(entry(1)), Mono.never()));

            try (BufferedReader stream = open(gateway)) {
                assertThat(next(stream)).isEqualTo("id: 1");
                assertThatThrownBy(() -> next(stream)).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void manyWhoWatchKeepNobodyFromAsking() throws Exception {
        try (RunningGateway gateway = new RunningGateway("--tongban.gateway.far-sides.connections=2")) {
            streams(gateway, Flux.concat(Mono.just(entry(1)), Mono.never()));
            List<BufferedReader> watching = new ArrayList<>();
            for (int at = 0; at < 10; at++) {
                BufferedReader stream = open(gateway);
                assertThat(next(stream)).isEqualTo("id: 1");
                watching.add(stream);
            }

            gateway.get("/api/tracking/7KQ2M9XT04HBZR50").passed();

            for (BufferedReader stream : watching) {
                stream.close();
            }
        }
    }

    @Test
    void onlyTheStreamOfACodeIsOne() {
        FarSides farSides = new FarSides(settings());

        assertThat(owner(farSides, "/api/tracking/7KQ2/stream")).isEqualTo("tracking-stream");
        assertThat(owner(farSides, "/api/tracking/stream")).isEqualTo("tracking");
        assertThat(owner(farSides, "/api/tracking/a/b/stream")).isEqualTo("tracking");
        assertThat(owner(farSides, "/api/tracking//stream")).isEqualTo("tracking");
        assertThat(owner(farSides, "/api/tracking/7KQ2/streams")).isEqualTo("tracking");
    }

    private static FarSideSettings settings() {
        return new Binder(List.of()).bindOrCreate("none", FarSideSettings.class);
    }

    private static String owner(FarSides farSides, String path) {
        return farSides.all().stream()
                .filter(side -> side.owns().test(path))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static String entry(int number) {
        return "id: " + number + "\nevent: entry\ndata: {}\n\n";
    }

    private static void streams(RunningGateway gateway, Flux<String> entries) {
        gateway.farSide("tracking")
                .answers((request, response) -> request.uri().endsWith("/stream")
                        ? response.sse().sendString(entries)
                        : response.sendString(Mono.just("heard")));
    }

    private static BufferedReader open(RunningGateway gateway) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = gateway.client()
                .send(
                        HttpRequest.newBuilder(gateway.at("/api/tracking/7KQ2M9XT04HBZR50/stream"))
                                .header("Accept", "text/event-stream")
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private static String next(BufferedReader stream) throws IOException {
        String line = stream.readLine();
        while (line != null && !line.startsWith("id:")) {
            line = stream.readLine();
        }
        return String.valueOf(line);
    }
}
