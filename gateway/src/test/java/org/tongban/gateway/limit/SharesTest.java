package org.tongban.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tongban.gateway.house.Answer;
import org.tongban.gateway.house.FarSideDouble;
import org.tongban.gateway.house.RunningGateway;
import org.tongban.gateway.house.Wire;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SharesTest {
    private static final String SHARES = "--tongban.gateway.shares.";
    private static final String STREAM = "/api/tracking/7KQ2M9XT04HBZR50/stream";
    private static final String CONTENT = "/api/application/documents/d1/content";
    private static final String PRINT = "/api/catalog/lists/L-1.pdf";

    private final List<Wire> wires = new ArrayList<>();
    private RunningGateway gateway;
    private FarSideDouble application;

    @BeforeAll
    void start() {
        gateway = new RunningGateway(
                SHARES + "streams.person=2",
                SHARES + "streams.address=3",
                SHARES + "uploads.person=1",
                SHARES + "downloads.person=1",
                "--tongban.gateway.limits.unread=600ms",
                "--tongban.gateway.far-sides.patience.download=2s",
                "--tongban.gateway.bodies.pause=30s");
        application = gateway.farSide("application");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Wire wire : wires) {
            wire.close();
        }
        for (String name : List.of("application", "catalog", "tracking")) {
            gateway.farSide(name).forget();
        }
    }

    @Test
    void streamsHaveAShareForEachPersonAndOneForTheStrangersOfAnAddress() throws IOException {
        FarSideDouble tracking = gateway.farSide("tracking");
        tracking.answers(
                (request, response) -> response.sse().sendString(Flux.concat(Mono.just("id: 1\n\n"), Mono.never())));
        String one = gateway.bearer("streams-one");
        open(STREAM, one);
        open(STREAM, one);
        await().until(() -> tracking.calls().size() == 2);
        for (int at = 0; at < 3; at++) {
            open(STREAM, "");
        }
        await().until(() -> tracking.calls().size() == 5);

        Answer third = gateway.get(STREAM, "Authorization", gateway.bearer("streams-one"));
        Answer fourth = gateway.get(STREAM, "Accept-Language", "en");

        third.problem(429, "too-many-at-once");
        assertThat(fourth.problem(429, "too-many-at-once").path("detail").asString())
                .contains("no more than 3 open streams");
        assertThat(fourth.header("Retry-After")).isEqualTo("2");
        open(STREAM, gateway.bearer("streams-two"));
        await().until(() -> tracking.calls().size() == 6);
        wires.get(0).close();
        await().until(() -> {
            open(STREAM, gateway.bearer("streams-one"));
            return tracking.calls().size() == 7;
        });
    }

    @Test
    void nobodyHasTwoPressesAtOnce() throws IOException {
        FarSideDouble catalog = gateway.farSide("catalog");
        catalog.fallsSilent();
        Wire first = open(PRINT, "");
        await().until(() -> catalog.calls().size() == 1);

        gateway.get(PRINT).problem(429, "too-many-at-once");

        catalog.forget();
        gateway.get(PRINT, "Authorization", gateway.bearer("printer")).passed();
        first.close();
        await().untilAsserted(() -> gateway.get(PRINT).passed());
    }

    @Test
    void anUploadHoldsItsPlaceUntilItEnds() throws IOException {
        String one = gateway.bearer("uploader");
        Wire slow = wire().begin(
                        "/api/application/documents", "multipart/form-data; boundary=x", 1000, "Authorization: " + one);
        Answer second = await().until(() -> upload(one), answer -> answer.status() != 200);

        second.problem(429, "too-many-at-once");

        slow.close();
        await().untilAsserted(() -> upload(one).passed());
    }

    @Test
    void aDownloadThatCameToItsEndGivesItsPlaceBack() {
        application.answers((request, response) -> response.sendString(Mono.just("whole")));

        for (int at = 0; at < 3; at++) {
            gateway.get(CONTENT, "Authorization", gateway.bearer("reader")).passed();
        }
    }

    @Test
    void aDownloadWhoseCallerHangsUpGivesItsPlaceBack() throws IOException {
        application.fallsSilent();
        Wire wire = held("gone");

        wire.close();

        assertFree("gone");
    }

    @Test
    void aDownloadThatBreaksOffGivesItsPlaceBack() throws IOException {
        AtomicReference<Connection> behind = new AtomicReference<>();
        application.answers((request, response) -> {
            request.withConnection(behind::set);
            return response.sendString(Flux.concat(Mono.just("half"), Mono.never()));
        });
        held("broken");

        Objects.requireNonNull(behind.get()).dispose();

        assertFree("broken");
    }

    @Test
    void aDownloadThatNeverBeginsGivesItsPlaceBack() throws IOException {
        application.fallsSilent();
        Wire wire = held("silent");

        assertThat(wire.answer()).startsWith("HTTP/1.1 504 ");

        assertFree("silent");
    }

    @Test
    void aDownloadThatNobodyReadsGivesItsPlaceBack() throws IOException {
        application.answers(
                (request, response) -> response.sendByteArray(Flux.generate(sink -> sink.next(new byte[64 * 1024]))));
        held("asleep");

        assertFree("asleep");
    }

    private Answer upload(String authorization) {
        return gateway.send(HttpRequest.newBuilder(gateway.at("/api/application/documents"))
                .headers("Authorization", authorization, "Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString("--x--")));
    }

    private Wire held(String person) throws IOException {
        Wire wire = open(CONTENT, gateway.bearer(person));
        await().until(() -> application.calls().size() == 1);
        gateway.get(CONTENT, "Authorization", gateway.bearer(person)).problem(429, "too-many-at-once");
        return wire;
    }

    private void assertFree(String person) {
        application.answers((request, response) -> response.sendString(Mono.just("heard")));
        await().untilAsserted(() ->
                gateway.get(CONTENT, "Authorization", gateway.bearer(person)).passed());
    }

    private Wire open(String path, String authorization) throws IOException {
        String token = authorization.isEmpty() ? "" : "Authorization: " + authorization + "\r\n";
        return wire().say("GET " + path + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n" + token + "\r\n");
    }

    private Wire wire() throws IOException {
        Wire wire = new Wire(gateway);
        wires.add(wire);
        return wire;
    }
}
