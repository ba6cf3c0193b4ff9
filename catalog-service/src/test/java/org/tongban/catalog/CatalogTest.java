package org.tongban.catalog;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tongban.catalog.list.SampleKeys;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.json.Json;
import org.tongban.platform.kit.TestStore;
import org.tongban.platform.kit.Tokens;
import org.tongban.platform.security.Role;
import tools.jackson.databind.JsonNode;

/** The whole service on a store of its own with the real catalogue in it; only the broker is a mock. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import(MockBroker.class)
public abstract class CatalogTest {
    protected static final RequestPostProcessor EDITOR = Tokens.caller("editor-1", Role.EDITOR, Map.of());
    protected static final RequestPostProcessor ANYBODY = request -> request;
    private static final String DATABASE = "test_" + OpaqueId.next();

    private static boolean seeded;

    @Autowired
    private MockMvc http;

    @Autowired
    private MockProducer<String, byte[]> broker;

    /** What came back. */
    protected record Reply(int status, String body, MockHttpServletResponse response) {
        public JsonNode json() {
            return Json.mapper().readTree(body);
        }

        public String pointer() {
            return json().at("/errors/0/pointer").stringValue();
        }
    }

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) throws Exception {
        Path keys = Files.createTempDirectory("list-keys");
        SampleKeys.write(keys, "list-1");
        properties.add("spring.mongodb.uri", TestStore::uri);
        properties.add("tongban.database", () -> DATABASE);
        properties.add("tongban.list.keys", keys::toString);
        properties.add("tongban.list.stranger.burst", () -> 1_000_000);
    }

    @BeforeEach
    void seed() throws Exception {
        if (seeded) {
            return;
        }
        for (String file : List.of("divisions", "document-kinds", "halls", "bundles", "exclusions", "wording")) {
            send(put("/api/catalog/reference/" + file), RealData.text(file), EDITOR);
        }
        send(
                post("/api/catalog/imports"),
                Json.mapper().writeValueAsString(RealData.gsi().values()),
                EDITOR);
        seeded = true;
    }

    protected final Reply read(String path) throws Exception {
        return read(path, ANYBODY);
    }

    protected final Reply read(String path, RequestPostProcessor caller) throws Exception {
        return perform(get(path).with(caller));
    }

    protected final Reply send(MockHttpServletRequestBuilder request, String body, RequestPostProcessor caller)
            throws Exception {
        return perform(request.content(body.getBytes(StandardCharsets.UTF_8))
                .contentType(MediaType.APPLICATION_JSON)
                .with(caller));
    }

    protected final Reply postAs(RequestPostProcessor caller, String path, String body) throws Exception {
        return send(post(path), body, caller);
    }

    protected final Reply perform(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        MockHttpServletResponse response = http.perform(request.characterEncoding(StandardCharsets.UTF_8))
                .andReturn()
                .getResponse();
        return new Reply(response.getStatus(), response.getContentAsString(StandardCharsets.UTF_8), response);
    }

    /** What was told under this key, oldest first. */
    protected final List<ProducerRecord<String, byte[]>> told(String key) {
        return broker.history().stream()
                .filter(record -> key.equals(record.key()))
                .toList();
    }
}
