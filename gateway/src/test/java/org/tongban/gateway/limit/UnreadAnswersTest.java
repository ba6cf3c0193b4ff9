package org.tongban.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tongban.gateway.house.FarSideDouble;
import org.tongban.gateway.house.RunningGateway;
import org.tongban.gateway.house.Wire;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UnreadAnswersTest {
    private static final String EXPORT = "/api/catalog/export.ndjson";
    private static final String STREAM = "/api/tracking/7KQ2M9XT04HBZR50/stream";

    private RunningGateway gateway;
    private FarSideDouble catalog;
    private FarSideDouble tracking;

    @BeforeAll
    void start() {
        gateway = new RunningGateway(
                "--tongban.gateway.limits.unread=600ms", "--tongban.gateway.far-sides.patience.download=20s");
        catalog = gateway.farSide("catalog");
        tracking = gateway.farSide("tracking");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void anAnswerThatNobodyReadsEndsHereAndBehind() throws IOException {
        withoutEnd();
        try (Wire wire = ask(EXPORT)) {
            await().until(() -> catalog.calls().size() == 1);

            await().until(() -> catalog.connections() == 0);

            assertThat(wire.isAnswered()).isTrue();
        }
    }

    @Test
    void whoReadsSlowlyIsServed() throws IOException {
        withoutEnd();
        AtomicLong read = new AtomicLong();
        try (Wire wire = ask(EXPORT)) {
            await().pollInterval(Duration.ofMillis(100)).until(() -> read.addAndGet(wire.take(400_000)) >= 2_500_000);
        }
    }

    @Test
    void aStreamMayBeQuietButItsEntriesMustBeTaken() throws IOException {
        Sinks.Many<String> entries = Sinks.many().unicast().onBackpressureBuffer();
        tracking.answers((request, response) -> response.sse().sendString(entries.asFlux()));
        try (Wire quiet = ask(STREAM)) {
            await().until(() -> tracking.calls().size() == 1);
            tracking.answers((request, response) -> response.sse()
                    .sendString(Flux.generate(sink -> sink.next("data: " + "x".repeat(60_000) + "\n\n"))));
            try (Wire asleep = ask(STREAM)) {
                await().until(() -> tracking.calls().size() == 2);

                await().until(() -> tracking.connections() == 1);

                assertThat(asleep.isAnswered()).isTrue();
            }
            assertThat(quiet.isAnswered()).isFalse();
            assertThat(entries.tryEmitNext("id: 7\n\n")).isEqualTo(Sinks.EmitResult.OK);
            await().until(quiet::isAnswered);
        }
    }

    private void withoutEnd() {
        catalog.forget();
        catalog.answers(
                (request, response) -> response.sendByteArray(Flux.generate(sink -> sink.next(new byte[64 * 1024]))));
    }

    private Wire ask(String path) throws IOException {
        return new Wire(gateway).say(Wire.head("GET " + path + " HTTP/1.1", "Host: h"));
    }
}
