package org.tongban.sandbox;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;

/** Serves the mappings of {@code sandbox/mappings} on 127.0.0.1. */
public final class SandboxServer {

    /** Enough to look up what was sent in a demonstration, bounded so that a long run does not fill the memory. */
    private static final int REMEMBERED_REQUESTS = 500;

    private SandboxServer() {}

    /** The one argument is the port. */
    public static void main(String[] arguments) {
        start(Integer.parseInt(arguments[0]));
    }

    /** A running server; port 0 takes any. */
    static WireMockServer start(int port) {
        WireMockServer server = new WireMockServer(options()
                .port(port)
                .bindAddress("127.0.0.1")
                .usingFilesUnderClasspath("sandbox")
                .globalTemplating(true)
                .maxRequestJournalEntries(REMEMBERED_REQUESTS));
        server.start();
        return server;
    }
}
