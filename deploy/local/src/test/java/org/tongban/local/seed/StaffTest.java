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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.local.place.Place;
import org.tongban.local.place.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real guides against a sign-on that keeps whom it is given. */
final class StaffTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private Path data;
    private HttpServer signOn;
    private final Set<String> known = new HashSet<>();
    private final List<JsonNode> added = new ArrayList<>();
    private final Deque<Integer> importAnswers = new ArrayDeque<>();
    private int tokenAnswer = 200;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void aSignOn() throws IOException {
        data = Place.temporary(folder).house().resolve("deploy/data");
        signOn = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        signOn.createContext("/auth/realms/tongban/protocol/openid-connect/token", call -> {
            assertThat(body(call)).contains("client_id=launcher", "client_secret=s3");
            answer(call, tokenAnswer, "{\"access_token\":\"t\"}");
        });
        signOn.createContext("/auth/admin/realms/tongban/partialImport", this::imported);
        signOn.start();
    }

    @AfterEach
    void end() {
        signOn.stop(0);
    }

    @Test
    void everyGuideIsWorkedBySomebodyAndHasAHead() throws IOException {
        staff().load();

        Set<String> desks = new HashSet<>();
        added.forEach(person -> desks.add(person.at("/realmRoles/0").asString() + " "
                + person.at("/attributes/department/0").asString() + " "
                + person.at("/attributes/division/0").asString()));
        for (JsonNode guide : guides()) {
            String place = guide.path("department").asString() + " "
                    + guide.path("division").path("code").asString("511602");
            assertThat(desks).as(guide.path("id").asString()).contains("reviewer " + place, "head " + place);
        }
        assertThat(added)
                .allSatisfy(
                        person -> assertThat(person.at("/credentials/0/value").asString())
                                .isEqualTo(person.path("username").asString())
                                .matches("(reviewer|head)-[a-z]+(-[a-z]+)?(-\\d{6})?"));
        assertThat(known).contains("reviewer-market-regulation", "head-police-household-371300");
    }

    @Test
    void aSecondTimeChangesNothing() {
        staff().load();
        int people = added.size();

        staff().load();

        assertThat(added).hasSize(people);
        assertThat(told)
                .containsExactly(
                        people + " people of the departments, " + people + " of them new",
                        people + " people of the departments, 0 of them new");
    }

    @Test
    void whatIsNotPossibleNowIsRepeated() {
        importAnswers.addAll(List.of(503, 500 + 4));

        staff().load();

        assertThat(known).contains("reviewer-tobacco");
    }

    @Test
    void aSignOnOfBeforeIsToldAndIsNoFailure() {
        tokenAnswer = 401;

        staff().load();

        assertThat(added).isEmpty();
        assertThat(told).singleElement().asString().contains("./tongban reset");
    }

    @Test
    void aDepartmentWithoutASlugIsNamed() throws IOException {
        Files.createDirectories(folder.resolve("items"));
        Files.writeString(folder.resolve("items/x.json"), "{\"id\": \"x\", \"department\": \"气象\"}");
        Files.writeString(folder.resolve("departments.json"), "{\"departments\": []}");

        assertThatThrownBy(() -> Offices.in(folder))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("气象")
                .hasMessageContaining("departments.json");
    }

    private Staff staff() {
        String base = "http://127.0.0.1:" + signOn.getAddress().getPort();
        return new Staff(data, base, "s3", (part, line) -> told.add(line), time -> {});
    }

    private void imported(HttpExchange call) throws IOException {
        JsonNode wanted = JSON.readTree(body(call));
        Integer refusal = importAnswers.poll();
        if (refusal != null) {
            told.clear();
            answer(call, refusal, "");
            return;
        }
        assertThat(wanted.path("ifResourceExists").asString()).isEqualTo("SKIP");
        int fresh = 0;
        for (JsonNode person : wanted.path("users")) {
            if (known.add(person.path("username").asString())) {
                added.add(person);
                fresh++;
            }
        }
        answer(call, 200, "{\"added\": " + fresh + "}");
    }

    private List<JsonNode> guides() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("items"))) {
            return files.map(file -> {
                        try {
                            return JSON.readTree(Files.readString(file));
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }

    private static String body(HttpExchange call) throws IOException {
        return new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }
}
