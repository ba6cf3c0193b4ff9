package org.tongban.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.tongban.gateway.house.Answer;
import org.tongban.gateway.house.FarSideDouble;
import org.tongban.gateway.house.RunningGateway;
import org.tongban.gateway.house.Wire;

final class BodyLimitTest {
    private static final int MIB = 1024 * 1024;

    private final RunningGateway gateway = RunningGateway.generous();
    private final FarSideDouble application = gateway.farSide("application");

    @Test
    void aMebibyteOfJsonPassesAnnouncedOrChunked() {
        post("application/json", announced(MIB)).passed();
        assertThat(application.last().body()).isEqualTo(MIB);

        post("application/json", chunked(MIB)).passed();
        assertThat(application.last().body()).isEqualTo(MIB);
    }

    @Test
    void oneByteMoreIsRefusedAnnouncedOrChunked() {
        post("application/json", announced(MIB + 1)).problem(413, "body-too-large");
        post("application/json", chunked(MIB + 1)).problem(413, "body-too-large");
        post("application/json", chunked(8 * MIB)).problem(413, "body-too-large");

        assertThat(application.heard()).isEmpty();
    }

    @Test
    void aFileOfTwentyMebibytesFitsInItsEnvelope() {
        post("multipart/form-data; boundary=x", announced(20 * MIB + 4096)).passed();
        assertThat(application.last().body()).isEqualTo(20 * MIB + 4096);

        post("multipart/form-data; boundary=x", chunked(20 * MIB + 4096)).passed();
    }

    @Test
    void aLargerFileIsRefusedAnnouncedOrChunked() {
        post("multipart/form-data; boundary=x", announced(21 * MIB)).problem(413, "body-too-large");
        post("multipart/form-data; boundary=x", chunked(21 * MIB)).problem(413, "body-too-large");

        assertThat(application.heard()).isEmpty();
    }

    @Test
    void importsAreNoExceptionAndTheLimitIsNamed() {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.at("/api/catalog/imports"))
                .headers("Content-Type", "application/json", "Accept-Language", "en")
                .POST(announced(MIB + 1));

        assertThat(gateway.send(request)
                        .problem(413, "body-too-large")
                        .path("detail")
                        .asString())
                .contains("1048576 bytes");
    }

    @Test
    void aBodyThatNeverComesIsNotWaitedForForEver() throws IOException {
        try (Wire wire = new Wire(gateway)) {
            wire.say(Wire.head(
                            "POST /api/application/bags HTTP/1.1",
                            "Host: h",
                            "Connection: close",
                            "Content-Type: application/json",
                            "Content-Length: 100"))
                    .say("{");

            assertThat(wire.answer()).startsWith("HTTP/1.1 408 ").contains("/problems/request-too-slow");
        }
    }

    private Answer post(String type, BodyPublisher body) {
        return gateway.send(HttpRequest.newBuilder(gateway.at("/api/application/bags"))
                .header("Content-Type", type)
                .POST(body));
    }

    private static BodyPublisher announced(int size) {
        return BodyPublishers.ofByteArray(new byte[size]);
    }

    private static BodyPublisher chunked(int size) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[size]));
    }
}
