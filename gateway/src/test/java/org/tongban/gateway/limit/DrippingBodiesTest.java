package org.tongban.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongban.gateway.house.Answer;
import org.tongban.gateway.house.FarSideDouble;
import org.tongban.gateway.house.RunningGateway;
import org.tongban.gateway.house.Wire;

final class DrippingBodiesTest {
    private static final String JSON = "application/json";
    private static final String MULTIPART = "multipart/form-data; boundary=x";
    private static final String BAGS = "/api/application/bags";

    private final List<Wire> wires = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Wire wire : wires) {
            wire.close();
        }
    }

    @Test
    void eightyWhoDripReachNobodyAndHoldUpNobody() throws IOException {
        try (RunningGateway gateway = patient("--tongban.gateway.shares.bodies.address=100")) {
            FarSideDouble application = gateway.farSide("application");
            for (int at = 0; at < 80; at++) {
                begin(gateway, JSON);
            }
            for (Wire wire : wires) {
                wire.say(" ");
            }

            assertThat(application.connections()).isZero();
            gateway.get("/api/application/calendar").passed();
            gateway.post(BAGS, "{}").passed();

            assertThat(application.calls())
                    .extracting(FarSideDouble.Heard::uri)
                    .containsExactly("/api/application/calendar", BAGS);
            assertThat(wires).noneMatch(DrippingBodiesTest::isAnswered);
        }
    }

    @Test
    void aBodyThatCrawlsIsEndedAndNobodyHeardOfIt() throws IOException {
        try (RunningGateway gateway = patient("--tongban.gateway.bodies.deadline=1s")) {
            Wire wire = begin(gateway, JSON);

            await().until(() -> isAnswered(wire.say(" ")));

            assertThat(wire.answer())
                    .startsWith("HTTP/1.1 408 ")
                    .contains("/problems/request-too-slow")
                    .containsIgnoringCase("connection: close");
            assertThat(gateway.farSide("application").connections()).isZero();
        }
    }

    @Test
    void aPersonHasEightBodiesUnderWayAndNoMore() throws IOException {
        try (RunningGateway gateway = patient()) {
            String one = "Authorization: " + gateway.bearer("one");
            for (int at = 0; at < 8; at++) {
                begin(gateway, JSON, one);
            }

            Answer ninth = untilRefused(gateway, "Authorization", gateway.bearer("one"));

            assertThat(ninth.problem(429, "too-many-at-once").path("detail").asString())
                    .contains("8");
            assertThat(ninth.header("Retry-After")).isEqualTo("2");
            gateway.post(BAGS, "{}", "Authorization", gateway.bearer("two")).passed();
            gateway.post(BAGS, "{}").passed();
            wires.get(0).close();
            await().untilAsserted(() -> gateway.post(BAGS, "{}", "Authorization", gateway.bearer("one"))
                    .passed());
        }
    }

    @Test
    void strangersOfOneAddressHaveTheirBodiesTogetherUntilTheseEnd() throws IOException {
        try (RunningGateway gateway =
                patient("--tongban.gateway.shares.bodies.address=3", "--tongban.gateway.bodies.deadline=3s")) {
            for (int at = 0; at < 3; at++) {
                begin(gateway, JSON);
            }

            untilRefused(gateway).problem(429, "too-many-at-once");

            gateway.post(BAGS, "{}", "Authorization", gateway.bearer("one")).passed();
            await().untilAsserted(() -> gateway.post(BAGS, "{}").passed());
        }
    }

    @Test
    void whatAllBodiesHoldTogetherIsBoundedAndGivenBack() {
        try (RunningGateway gateway = patient("--tongban.gateway.bodies.at-once=100KB")) {
            for (int at = 0; at < 5; at++) {
                gateway.post(BAGS, "x".repeat(60_000)).passed();
            }

            gateway.post(BAGS, "x".repeat(200_000)).problem(503, "busy");

            gateway.post(BAGS, "x".repeat(60_000)).passed();
        }
    }

    @Test
    void aFileThatCrawlsIsEndedHereAndBehind() throws IOException {
        try (RunningGateway gateway = patient("--tongban.gateway.bodies.pace-window=1s")) {
            FarSideDouble application = gateway.farSide("application");
            Wire wire = begin(gateway, MULTIPART);

            await().until(() -> isAnswered(wire.say(" ")));

            assertThat(wire.answer()).startsWith("HTTP/1.1 408 ").contains("/problems/request-too-slow");
            await().until(() -> application.connections() == 0);
            assertThat(application.calls()).isEmpty();
        }
    }

    @Test
    void aFileHasAnEndHoweverFastItComes() throws IOException {
        try (RunningGateway gateway = patient("--tongban.gateway.bodies.longest=1s")) {
            Wire wire = begin(gateway, MULTIPART);

            await().until(() -> isAnswered(wire.say(" ".repeat(1000))));

            assertThat(wire.answer()).startsWith("HTTP/1.1 408 ");
        }
    }

    private static RunningGateway patient(String... settings) {
        String[] all = Arrays.copyOf(settings, settings.length + 1);
        all[settings.length] = "--tongban.gateway.bodies.pause=30s";
        return new RunningGateway(all);
    }

    private Wire begin(RunningGateway gateway, String type, String... headers) throws IOException {
        Wire wire = new Wire(gateway);
        wires.add(wire);
        return wire.begin(BAGS, type, 100_000, headers);
    }

    /** The gateway may not yet have read the heads of those before. */
    private static Answer untilRefused(RunningGateway gateway, String... headers) {
        return await().until(() -> gateway.post(BAGS, "{}", headers), answer -> answer.status() != 200);
    }

    private static boolean isAnswered(Wire wire) {
        try {
            return wire.isAnswered();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
