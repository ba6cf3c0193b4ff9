package org.tongban.application;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tongban.application.catalog.Lists;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.json.Json;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;
import tools.jackson.databind.JsonNode;

/** The whole service behind its real HTTP port, on a store of its own; only catalogue, identity, broker and tokens are stand-ins. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "logging.level.org.apache.kafka=OFF")
@Import(StandIns.class)
public abstract class RunningService {
    protected static final WireMockServer CATALOG =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    protected static final WireMockServer IDENTITY =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private static final String DATABASE = "test_" + OpaqueId.next();

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    protected TestClock clock;

    /** What came back. */
    public record Reply(int status, String body, HttpResponse<byte[]> response) {
        public JsonNode json() {
            return Json.mapper().readTree(body);
        }

        public String text(String pointer) {
            return json().at(pointer).asString();
        }

        public List<String> pointers() {
            return json().path("errors")
                    .valueStream()
                    .map(error -> error.path("pointer").asString())
                    .toList();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        CATALOG.start();
        IDENTITY.start();
        properties.add("spring.mongodb.uri", TestStore::uri);
        properties.add("tongban.database", () -> DATABASE);
        properties.add("tongban.far-sides.catalog", CATALOG::baseUrl);
        properties.add("tongban.far-sides.identity", IDENTITY::baseUrl);
        properties.add("tongban.client.token-uri", () -> IDENTITY.baseUrl() + "/token");
        properties.add("tongban.client.read-timeout", () -> "2s");
        properties.add("tongban.keys", RunningService::keys);
        properties.add("tongban.bag.sweep-every", () -> "1h");
    }

    /** A folder with the key that the service wants. */
    private static String keys() {
        try {
            Path folder = Files.createTempDirectory("keys");
            Path key = folder.resolve("pseudonym.key");
            Files.writeString(key, Base64.getEncoder().encodeToString(new byte[32]));
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
            return folder.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void theCatalogueAnswers() {
        CATALOG.resetAll();
        clock.set(TestClock.START);
        CATALOG.stubFor(
                WireMock.get(urlPathEqualTo("/api/catalog/document-kinds")).willReturn(okJson("""
                {"items": [{"key": "id-card"}, {"key": "identity-document"}, {"key": "fire-safety-rules"},
                           {"key": "emergency-plan"}], "next": null}""")));
        theCatalogueHas(Lists.restaurant());
    }

    @BeforeEach
    void identityAnswers() {
        IDENTITY.resetAll();
        IDENTITY.stubFor(WireMock.post("/token").willReturn(okJson("{\"access_token\": \"t1\", \"expires_in\": 300}")));
        staffWorksFor("市场监管", "消防救援");
        IDENTITY.stubFor(WireMock.post("/internal/heads").willReturn(okJson("{\"head\": null}")));
        theHeadIs("负责人", "市场监管", "h1");
    }

    /** @param id what identity calls the head whom the request calls {@code who} */
    protected static void theHeadIs(String who, String department, String id) {
        IDENTITY.stubFor(WireMock.post("/internal/heads")
                .withRequestBody(WireMock.equalToJson(Json.mapper()
                        .writeValueAsString(Map.of("division", "511602", "department", department, "who", who))))
                .willReturn(okJson(Json.mapper().writeValueAsString(Map.of("head", id)))));
    }

    protected static void staffWorksFor(String... departments) {
        IDENTITY.stubFor(WireMock.get(urlPathEqualTo("/internal/desks"))
                .willReturn(okJson(Json.mapper().writeValueAsString(Map.of("departments", departments)))));
    }

    protected static void identityIsDown() {
        IDENTITY.stubFor(WireMock.get(anyUrl()).willReturn(serverError()));
        IDENTITY.stubFor(WireMock.post("/internal/heads").willReturn(serverError()));
    }

    protected static void theCatalogueHas(String list) {
        CATALOG.stubFor(
                WireMock.get(urlPathEqualTo("/api/catalog/lists/" + Lists.NO)).willReturn(okJson(list)));
    }

    protected static void theListStands(String standing) {
        CATALOG.stubFor(WireMock.get(urlPathEqualTo("/api/catalog/lists/" + Lists.NO + "/standing"))
                .willReturn(okJson(standing)));
    }

    protected static void theCatalogueIsDown() {
        CATALOG.resetAll();
        CATALOG.stubFor(WireMock.get(anyUrl()).willReturn(serverError()));
    }

    protected final Reply get(String who, String path) throws Exception {
        return send(request(who, path).GET());
    }

    protected final Reply post(String who, String path, String body) throws Exception {
        return send(json(request(who, path)).POST(BodyPublishers.ofString(body)));
    }

    protected final Reply put(String who, String path, String body) throws Exception {
        return send(json(request(who, path)).PUT(BodyPublishers.ofString(body)));
    }

    /** @param who {@code citizen~citizen1}; empty for nobody */
    protected final HttpRequest.Builder request(String who, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Language", "en");
        return who.isEmpty() ? request : request.header("Authorization", "Bearer " + who);
    }

    protected static HttpRequest.Builder json(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json");
    }

    protected final Reply send(HttpRequest.Builder request) throws Exception {
        HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Reply(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), response);
    }
}
