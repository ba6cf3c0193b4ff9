package org.tongban.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.gateway.house.Answer;
import org.tongban.gateway.house.RunningGateway;
import org.tongban.gateway.house.Wire;

final class ReadableRequestTest {
    private final RunningGateway gateway = RunningGateway.generous();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/catalog/items?q=%ff",
                "/api/catalog/items?limit=%ed%a0%80",
                "/api/catalog/suggestions?q=%c0%ae",
                "/api/catalog/items/%ff",
                "/api/tracking/%E9%A5/qr.svg"
            })
    void anAddressThatIsNoTextIsRefusedBeforeAnybodyHears(String address) {
        Answer answer = gateway.get(address);

        answer.problem(400, "undecodable-address");
        assertThat(gateway.farSide("catalog").calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROPFIND", "LOCK", "FOO", "get", "TRACE"})
    void anotherMethodThanTheSevenIsRefused(String method) throws IOException {
        assertThat(said(method + " /api/catalog/bundles HTTP/1.1", "Host: h"))
                .startsWith("HTTP/1.1 405 ")
                .contains("Allow: GET, HEAD, POST")
                .contains("/problems/method-not-allowed");
        assertThat(gateway.farSide("catalog").calls()).isEmpty();
    }

    @Test
    void aRequestNamesOneHost() throws IOException {
        assertThat(said("GET /api/catalog/bundles HTTP/1.1", "Host: a", "Host: b"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(said("GET /api/catalog/bundles HTTP/1.1", "X: a")).startsWith("HTTP/1.1 400 ");
        assertThat(said("GET /api/catalog/bundles HTTP/1.1", "Host: a")).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xchunked", "gzip, chunked", "chunked, identity"})
    void aTransferCodingThatWeDoNotUnderstandIsRefused(String coding) throws IOException {
        assertThat(said(
                        "POST /api/catalog/inquiries HTTP/1.1",
                        "Host: h",
                        "Content-Length: 0",
                        "Transfer-Encoding: " + coding))
                .startsWith("HTTP/1.1 400 ");
        assertThat(gateway.farSide("catalog").calls()).isEmpty();
    }

    @Test
    void textOfAllScriptsIsText() {
        assertThat(ReadableRequest.isText("/a/%E9%A4%90")).isTrue();
        assertThat(ReadableRequest.isText("q=%F0%9F%8D%9A+%2B")).isTrue();
        assertThat(ReadableRequest.isText("")).isTrue();
        assertThat(ReadableRequest.isText(null)).isTrue();
        assertThat(ReadableRequest.isText("q=\u00e9")).isFalse();
        assertThat(ReadableRequest.isText("q=%F4%90%80%80")).isFalse();
    }

    private String said(String... lines) throws IOException {
        String[] all = java.util.Arrays.copyOf(lines, lines.length + 1);
        all[lines.length] = "Connection: close";
        try (Wire wire = new Wire(gateway)) {
            return wire.say(Wire.head(all)).answer();
        }
    }
}
