package org.tongban.gateway.header;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.HttpHeaders;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.tongban.gateway.house.Answer;
import org.tongban.gateway.house.FarSideDouble;
import org.tongban.gateway.house.RunningGateway;
import org.tongban.gateway.house.Wire;
import reactor.core.publisher.Mono;

final class HeadersTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final RunningGateway gateway = RunningGateway.generous();
    private final FarSideDouble catalog = gateway.farSide("catalog");

    @Test
    void nobodyPosesAsAProxyAPersonOrTheHouse() {
        gateway.get(
                        "/api/catalog/items",
                        "X-Forwarded-For",
                        "10.0.0.1",
                        "X-Forwarded-Proto",
                        "gopher",
                        "X-Forwarded-Host",
                        "evil.example",
                        "X-Forwarded-Prefix",
                        "/evil",
                        "Forwarded",
                        "for=10.0.0.1",
                        "X-Real-IP",
                        "10.0.0.1",
                        "X-Tongban-Caller",
                        "admin1",
                        "X-User-Id",
                        "admin1",
                        "X-Original-URL",
                        "/internal/positions",
                        "X-HTTP-Method-Override",
                        "DELETE",
                        "baggage",
                        "name=Zhang")
                .passed();

        HttpHeaders heard = catalog.last().headers();
        assertThat(heard.getAll("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(heard.getAll("X-Forwarded-Proto")).containsExactly("http");
        assertThat(heard.getAll("X-Forwarded-Host")).containsExactly("house.example");
        assertThat(heard.getAll("X-Forwarded-Port")).containsExactly("80");
        assertThat(heard.names())
                .map(String::toLowerCase)
                .doesNotContain(
                        "x-forwarded-prefix",
                        "forwarded",
                        "x-real-ip",
                        "x-tongban-caller",
                        "x-user-id",
                        "x-original-url",
                        "x-http-method-override",
                        "baggage");
    }

    @Test
    void whatACallerMaySayArrives() {
        gateway.get(
                        "/api/catalog/items",
                        "Accept-Language",
                        "en",
                        "Idempotency-Key",
                        "k-1",
                        "If-Match",
                        "\"3\"",
                        "Last-Event-ID",
                        "7",
                        "Cookie",
                        "a=b")
                .passed();

        HttpHeaders heard = catalog.last().headers();
        assertThat(heard.get("Accept-Language")).isEqualTo("en");
        assertThat(heard.get("Idempotency-Key")).isEqualTo("k-1");
        assertThat(heard.get("If-Match")).isEqualTo("\"3\"");
        assertThat(heard.get("Last-Event-ID")).isEqualTo("7");
        assertThat(heard.get("Cookie")).isEqualTo("a=b");
    }

    @Test
    void hopByHopHeadersEndHere() throws IOException {
        try (Wire wire = new Wire(gateway)) {
            wire.say(Wire.head(
                    "GET /api/catalog/items HTTP/1.1",
                    "Host: h",
                    "Connection: close, X-Once",
                    "X-Once: 1",
                    "Proxy-Authorization: Basic abc",
                    "TE: trailers",
                    "Upgrade: websocket"));
            assertThat(wire.answer()).startsWith("HTTP/1.1 200 ");
        }

        assertThat(catalog.last().headers().names())
                .map(String::toLowerCase)
                .doesNotContain("connection", "x-once", "proxy-authorization", "te", "upgrade");
    }

    @Test
    void theBodyOfAGetCannotBecomeTheNextRequest() throws IOException {
        String hidden = Wire.head("GET /internal/positions HTTP/1.1", "Host: h");

        try (Wire wire = new Wire(gateway)) {
            wire.say(Wire.head(
                            "GET /api/catalog/items HTTP/1.1",
                            "Host: h",
                            "Connection: close",
                            "Transfer-Encoding: chunked"))
                    .say(Integer.toHexString(hidden.length()) + "\r\n" + hidden + "\r\n0\r\n\r\n");
            wire.answer();
        }
        try (Wire wire = new Wire(gateway)) {
            wire.say(Wire.head(
                            "DELETE /api/catalog/items HTTP/1.1",
                            "Host: h",
                            "Connection: close, Content-Length",
                            "Content-Length: " + hidden.length()))
                    .say(hidden);
            wire.answer();
        }
        gateway.get("/api/catalog/items").passed();

        assertThat(catalog.heard())
                .hasSize(3)
                .extracting(FarSideDouble.Heard::uri)
                .containsOnly("/api/catalog/items");
        assertThat(catalog.heard().get(0).body()).isEqualTo(hidden.length());
        assertThat(catalog.heard().get(1).body()).isEqualTo(hidden.length());
    }

    @Test
    void aTraceIsContinuedAndABrokenOneReplaced() {
        gateway.get("/api/catalog/items", "traceparent", "00-" + TRACE + "-b7ad6b7169203331-01", "tracestate", "a=1")
                .passed();
        assertThat(catalog.last().headers().get("traceparent"))
                .matches("00-" + TRACE + "-[0-9a-f]{16}-01")
                .doesNotContain("b7ad6b7169203331");
        assertThat(catalog.last().headers().get("tracestate")).isEqualTo("a=1");

        gateway.get("/api/catalog/items", "traceparent", "00-" + TRACE + "-zz-01", "tracestate", "a=1")
                .passed();
        assertThat(catalog.last().headers().get("traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00")
                .doesNotContain(TRACE);
        assertThat(catalog.last().headers().contains("tracestate")).isFalse();
    }

    @Test
    void aProblemBearsTheTraceOfItsCaller() {
        assertThat(gateway.get("/nowhere", "traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                        .problem(404, "not-found")
                        .path("traceId")
                        .asString())
                .isEqualTo(TRACE);
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        for (String path : new String[] {"/api/catalog/items", "/", "/nowhere", "/actuator/health/readiness"}) {
            Answer answer = gateway.get(path);

            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("no-referrer");
            assertThat(answer.header("X-Frame-Options")).as(path).isEqualTo("DENY");
        }
        assertThat(gateway.get("/").header("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void whatAFarSideSaysOfItselfStaysAndWhatItRunsOnDoesNot() {
        gateway.farSide("keycloak")
                .answers((request, response) -> response.header("X-Frame-Options", "SAMEORIGIN")
                        .header("Content-Security-Policy", "frame-src 'self'")
                        .header("Content-Type", "text/html")
                        .header("Server", "secret/1.0")
                        .header("X-Powered-By", "secret")
                        .sendString(Mono.just("<html></html>")));

        Answer answer = gateway.get("/auth/realms/tongban/login");

        assertThat(answer.header("X-Frame-Options")).isEqualTo("SAMEORIGIN");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("frame-src 'self'");
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Powered-By")).isEmpty();
    }
}
