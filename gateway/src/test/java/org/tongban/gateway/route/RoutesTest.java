package org.tongban.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.gateway.house.Answer;
import org.tongban.gateway.house.FarSideDouble;
import org.tongban.gateway.house.RunningGateway;
import org.tongban.gateway.house.Wire;

final class RoutesTest {
    private final RunningGateway gateway = RunningGateway.generous();

    @ParameterizedTest
    @ValueSource(strings = {"identity", "catalog", "application", "tracking", "notification"})
    void eachServiceHearsItsOwnPathsAsTheyWereSent(String service) {
        String path = "/api/" + service + "/a/%E9%A4%90?q=%E9%A5%AD%2B1&b=";

        gateway.get(path).passed();

        assertThat(gateway.farSide(service).last().uri()).isEqualTo(path);
    }

    @Test
    void aCommandArrivesWithItsBodyOnce() {
        gateway.send(HttpRequest.newBuilder(gateway.at("/api/application/bags"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"listNo\":\"L-1\"}")))
                .passed();

        FarSideDouble application = gateway.farSide("application");
        assertThat(application.heard()).hasSize(1);
        assertThat(application.last().method().name()).isEqualTo("POST");
        assertThat(application.last().body()).isEqualTo(16);
    }

    @Test
    void aRepeatedReadIsAskedAndAnsweredAsTheFarSideSays() {
        gateway.farSide("catalog")
                .answers((request, response) -> response.status(304)
                        .header("ETag", "\"7\"")
                        .header("Cache-Control", "max-age=60, public")
                        .header("Vary", "Accept-Language")
                        .send());

        Answer answer = gateway.send(HttpRequest.newBuilder(gateway.at("/api/catalog/items/ca-marriage"))
                .header("If-None-Match", "\"7\""));

        assertThat(gateway.farSide("catalog").last().headers().get("If-None-Match"))
                .isEqualTo("\"7\"");
        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.header("ETag")).isEqualTo("\"7\"");
        assertThat(answer.header("Cache-Control")).isEqualTo("max-age=60, public");
        assertThat(answer.header("Vary")).isEqualTo("Accept-Language");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/realms/tongban/protocol/openid-connect/token", "/auth/resources/abc/login.css"})
    void theSignOnPagesOfOurRealmAreServed(String path) {
        gateway.get(path).passed();

        assertThat(gateway.farSide("keycloak").last().uri()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth",
                "/auth/",
                "/auth/admin/master/console/",
                "/auth/admin/realms/tongban",
                "/auth/realms/master/protocol/openid-connect/token",
                "/auth/realms/tongban2/protocol/openid-connect/token",
                "/auth/health/ready",
                "/auth/metrics",
                "/internal/positions",
                "/api/internal/positions",
                "/api",
                "/api/unknown/x",
                "/api/catalogue/items",
                "/actuator",
                "/actuator/env",
                "/actuator/gateway/routes",
                "/actuator/metrics",
                "/actuator/shutdown",
                "/favicon.ico",
                "/API/catalog/items"
            })
    void anythingElseDoesNotExist(String path) {
        gateway.get(path).problem(404, "not-found");

        nobodyHeard();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/realms/tongban/../master/account",
                "/auth/realms/tongban/%2e%2e/master/account",
                "/auth/realms/tongban/..%2fmaster",
                "/auth/realms/tongban/..;/master",
                "/api/tracking/../../internal/positions",
                "/api/tracking/%2E%2E/%2E%2E/internal/positions",
                "/api/tracking/..%5c..%5cinternal",
                "/api//tracking/x",
                "/api/tracking/x;y=1",
                "/api/tracking/./x",
                "/api/tracking/..",
                "/api/tracking/%252e%252e/x",
                "/api/tracking/a%00b",
                "/api/tracking/a%0d%0aHost:%20b"
            })
    void aPathThatCouldMeanAnotherOneDoesNotExist(String path) throws IOException {
        try (Wire wire = new Wire(gateway)) {
            wire.say(Wire.head("GET " + path + " HTTP/1.1", "Host: h", "Connection: close"));

            assertThat(wire.answer()).startsWith("HTTP/1.1 404 ").contains("/problems/not-found");
        }
        nobodyHeard();
    }

    @Test
    void dottedNamesAreNoSuchPath() {
        gateway.get("/auth/realms/tongban/.well-known/openid-configuration").passed();
        gateway.get("/api/catalog/lists/L-511602-20261122-7KQ2M9XT.jws").passed();
        gateway.get("/api/catalog/a..b/...").passed();
    }

    private void nobodyHeard() {
        for (String name : new String[] {"catalog", "application", "tracking", "keycloak"}) {
            assertThat(gateway.farSide(name).heard())
                    .filteredOn(heard -> !heard.uri().endsWith("/certs"))
                    .isEmpty();
        }
    }
}
