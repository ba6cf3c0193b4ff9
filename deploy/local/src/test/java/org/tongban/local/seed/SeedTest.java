package org.tongban.local.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.local.place.Refused;

/** Against a gateway that answers what it is told to, then as it should. */
final class SeedTest {
    @TempDir
    private Path data;

    private HttpServer gateway;
    private final Deque<Integer> importAnswers = new ArrayDeque<>();
    private final Deque<Integer> signOnAnswers = new ArrayDeque<>();
    private final List<String> importKeys = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void aGateway() throws IOException {
        for (String name : List.of(
                "divisions", "document-kinds", "halls", "bundles", "exclusions", "wording", "catalog-guangan-511602")) {
            Files.writeString(data.resolve(name + ".json"), "[]");
        }
        Files.createDirectories(data.resolve("items"));
        Files.writeString(data.resolve("items/one.json"), "{}");
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/auth/", call -> answer(call, next(signOnAnswers, 200), "{\"access_token\":\"t\"}"));
        gateway.createContext("/api/catalog/reference/", call -> answer(call, 200, ""));
        gateway.createContext("/api/catalog/directory", call -> answer(call, 200, ""));
        gateway.createContext("/api/catalog/imports", call -> {
            importKeys.add(call.getRequestHeaders().getFirst("Idempotency-Key"));
            answer(call, next(importAnswers, 200), "{\"counts\":{\"created\":1,\"flagged\":1}}");
        });
        gateway.start();
    }

    @AfterEach
    void end() {
        gateway.stop(0);
    }

    @Test
    void anImportThatIsNotPossibleNowIsRepeatedUnderItsKey() {
        importAnswers.addAll(List.of(504, 409, 503));

        seed().load();

        assertThat(importKeys).hasSize(4).doesNotContainNull();
        assertThat(importKeys.stream().distinct()).hasSize(1);
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5));
        assertThat(told)
                .last()
                .asString()
                .isEqualTo("1 guides loaded, 1 with notes about their source data: see deploy/docs/lint-report.md");
    }

    @Test
    void aSignOnThatIsNotThereYetIsWaitedFor() {
        signOnAnswers.addAll(List.of(503, 503));

        seed().load();

        assertThat(importKeys).hasSize(1);
    }

    @Test
    void whatIsRefusedForGoodIsNotRepeated() {
        importAnswers.add(422);

        assertThatThrownBy(() -> seed().load()).isInstanceOf(Refused.class).hasMessageContaining("422");

        assertThat(importKeys).hasSize(1);
    }

    @Test
    void repeatingHasAnEnd() {
        for (int time = 0; time < 2 * Repetition.AT_MOST; time++) {
            importAnswers.add(503);
        }

        assertThatThrownBy(() -> seed().load()).isInstanceOf(Refused.class).hasMessageContaining("503");

        assertThat(importKeys).hasSize(Repetition.AT_MOST);
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isGreaterThan(Duration.ofMinutes(4));
    }

    private Seed seed() {
        String base = "http://127.0.0.1:" + gateway.getAddress().getPort();
        return new Seed(data, base, (part, line) -> told.add(line), pauses::add);
    }

    private static int next(Deque<Integer> answers, int otherwise) {
        Integer answer = answers.poll();
        return answer == null ? otherwise : answer;
    }

    private static void answer(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getRequestBody().readAllBytes();
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }
}
