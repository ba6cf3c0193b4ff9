package org.tongban.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.gateway.house.Answer;
import org.tongban.gateway.house.RunningGateway;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class PagesTest {
    private final RunningGateway gateway = RunningGateway.generous();

    @Test
    void theFrontPageSaysWhatThisIs() {
        Answer page = gateway.get("/");

        page.passed();
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.body()).contains("查询一单").contains("/docs");
    }

    @Test
    void theDocsGatherEveryServiceAndNothingFromOutside() {
        Answer page = gateway.get("/docs");

        page.passed();
        for (String service : new String[] {"identity", "catalog", "application", "tracking", "notification"}) {
            assertThat(page.body()).contains("/api/" + service + "/openapi.json");
        }
        gateway.get("/docs/docs.js").passed();
        gateway.get("/docs/style.css").passed();
        assertThat(page.body() + gateway.get("/docs/docs.js").body()).doesNotContain("http://", "https://");
    }

    @Test
    void theGatheredDescriptionHasEveryPathAndKeepsNamesApart() {
        describes("catalog", "L");
        describes("tracking", "T");
        describes("identity", "I");
        describes("notification", "N");
        gateway.farSide("application")
                .answers((request, response) -> response.status(503).send());

        gateway.get("/docs/openapi.json").problem(503, "far-side-down");

        describes("application", "A");
        Answer gathered = gateway.get("/docs/openapi.json");

        gathered.passed();
        JsonNode document = JsonMapper.shared().readTree(gathered.body());
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.at("/servers/0/url").asString()).isEqualTo("http://house.example");
        assertThat(document.path("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/identity/things",
                        "/api/catalog/things",
                        "/api/application/things",
                        "/api/tracking/things",
                        "/api/notification/things");
        assertThat(document.at("/components/schemas/catalog.Thing/properties/L").isObject())
                .isTrue();
        assertThat(document.at("/components/schemas/tracking.Thing/properties/T")
                        .isObject())
                .isTrue();
        JsonNode read = document.at("/paths/~1api~1tracking~1things/get");
        assertThat(read.path("operationId").asString()).isEqualTo("tracking.read");
        assertThat(read.at("/responses/200/content/application~1json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/tracking.Thing");
        assertThat(document.at("/components/securitySchemes").propertyNames()).containsExactly("signIn");
    }

    private void describes(String service, String field) {
        String document = """
                {"openapi": "3.1.0", "paths": {"/api/%s/things": {"get": {"operationId": "read", "responses": {"200":
                {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}}}}},
                "components": {"securitySchemes": {"signIn": {"type": "http", "scheme": "bearer"}}, "schemas": {"Thing": {"type": "object", "properties": {"%s": {"type": "string"}}}}}}
                """.formatted(service, field);
        gateway.farSide(service).answers((request, response) -> response.sendString(Mono.just(document)));
    }

    @Test
    void theAddressInTheQrCodeLeadsToTheTimeline() {
        Answer answer = gateway.get("/t/7KQ2-M9XT-04HB-ZR50");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/api/tracking/7KQ2-M9XT-04HB-ZR50");
        gateway.get("/t/a/b").problem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7KQ2-M9XT-04HB-ZR50/",
                "7KQ2-M9XT-04HB-ZR50?from=qr",
                "7KQ2-M9XT-04HB-ZR50%0D",
                "%097KQ2-M9XT-04HB-ZR50%0D%0A",
                "https%3A%2F%2Ftongban.example%2Ft%2F7KQ2-M9XT-04HB-ZR50%3Ffrom=qr"
            })
    void whatAScannerPutsAroundTheCodeIsTakenOff(String scanned) {
        assertThat(gateway.get("/t/" + scanned).header("Location")).isEqualTo("/api/tracking/7KQ2-M9XT-04HB-ZR50");
    }

    @Test
    void whatMayBeACodeIsForTrackingToRead() {
        Answer answer = gateway.get("/t/%E2%80%8B7KQ2%C2%B7M9XT%E3%80%82");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/api/tracking/%E2%80%8B7KQ2%C2%B7M9XT%E3%80%82");
    }

    @Test
    void healthIsToldWithoutDetails() {
        Answer health = gateway.get("/actuator/health/readiness");

        health.passed();
        assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
    }
}
