package org.tongban.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** Streams as browsers open them, over a socket each. */
final class StreamTest extends ToldStory {
    private static final int UNTIL_SOMETHING_COMES = 20_000;

    private final List<Socket> sockets = new ArrayList<>();
    private final int port;

    StreamTest(@Value("${local.server.port}") int port) {
        this.port = port;
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void theStreamGoesOnAfterTheLastSeenEntry() throws Exception {
        BufferedReader stream = await("those that another test has left are noticed by their heartbeat")
                .atMost(Duration.ofSeconds(20))
                .until(() -> accepted(open("Last-Event-ID: 3")), Optional::isPresent)
                .orElseThrow();
        assertThat(next(stream, "id:")).isEqualTo("id:4");

        scan(scanBody(UUID.randomUUID(), "ARRIVED")).andExpect(status().isCreated());

        assertThat(next(stream, "id:")).isEqualTo("id:5");
        assertThat(next(stream, "event:")).isEqualTo("event:entry");
        assertThat(next(stream, "data:")).contains("窗口：申请人已到场").doesNotContain(OWNER, "W03", "salt");
    }

    @Test
    void whenTheStreamsAreTakenOthersAreRefusedAndAScanIsStillRecorded() throws Exception {
        List<BufferedReader> streams = new ArrayList<>();
        for (int i = 0; i < WholeService.Surroundings.STREAMS; i++) {
            accepted(open("Accept-Language: en")).ifPresent(streams::add);
        }
        assertThat(streams)
                .as("but for one that another test has left a moment ago")
                .hasSizeGreaterThanOrEqualTo(WholeService.Surroundings.STREAMS - 1);

        assertThat(head(open("Accept-Language: en"))).startsWith("HTTP/1.1 503").containsIgnoringCase("retry-after:");
        scan(scanBody(UUID.randomUUID(), "ARRIVED")).andExpect(status().isCreated());

        for (BufferedReader stream : streams) {
            assertThat(next(stream, "id:5")).isEqualTo("id:5");
        }
    }

    private BufferedReader open(String header) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        sockets.add(socket);
        socket.setSoTimeout(UNTIL_SOMETHING_COMES);
        socket.getOutputStream()
                .write(("GET " + path("/stream") + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static Optional<BufferedReader> accepted(BufferedReader stream) throws IOException {
        String head = head(stream);
        if (!head.startsWith("HTTP/1.1 200")) {
            return Optional.empty();
        }
        assertThat(head)
                .containsIgnoringCase("content-type: text/event-stream")
                .containsIgnoringCase("cache-control: no-store");
        return Optional.of(stream);
    }

    private static String head(BufferedReader stream) throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line = stream.readLine(); line != null && !line.isEmpty(); line = stream.readLine()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    private static String next(BufferedReader stream, String start) throws IOException {
        String line = stream.readLine();
        while (line != null && !line.startsWith(start)) {
            line = stream.readLine();
        }
        return String.valueOf(line);
    }
}
