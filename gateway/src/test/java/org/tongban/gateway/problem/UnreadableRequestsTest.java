package org.tongban.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.tongban.gateway.house.RunningGateway;
import org.tongban.gateway.house.Wire;

final class UnreadableRequestsTest {
    private final RunningGateway gateway = RunningGateway.generous();

    @Test
    void headersOfSixteenKibibytesAreTheLimit() throws IOException {
        assertThat(said("GET /docs HTTP/1.1", "Host: h", "Connection: close", "X-Big: " + "a".repeat(15_000)))
                .startsWith("HTTP/1.1 200 ");
        assertThat(said("GET /docs HTTP/1.1", "Host: h", "X-Big: " + "a".repeat(17_000)))
                .startsWith("HTTP/1.1 431 ")
                .contains("application/problem+json")
                .contains("/problems/headers-too-large");
    }

    @Test
    void anEndlessAddressIsRefused() throws IOException {
        assertThat(said("GET /" + "a".repeat(9_000) + " HTTP/1.1", "Host: h"))
                .startsWith("HTTP/1.1 414 ")
                .contains("/problems/address-too-long");
    }

    @Test
    void whatIsNoRequestIsRefused() throws IOException {
        assertThat(said("nonsense")).startsWith("HTTP/1.1 400 ").contains("/problems/bad-input");
        assertThat(said("GET /docs|x HTTP/1.1", "Host: h", "Connection: close"))
                .startsWith("HTTP/1.1 400 ")
                .contains("/problems/bad-input");
    }

    private String said(String... head) throws IOException {
        try (Wire wire = new Wire(gateway)) {
            return wire.say(Wire.head(head)).answer();
        }
    }
}
