package org.tongban.tracking;

import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.event.EventWire;
import org.tongban.platform.event.Source;
import org.tongban.platform.json.Json;
import org.tongban.platform.kit.Contracts;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.Tokens;
import tools.jackson.databind.JsonNode;

/** One application whose story the application has told; what is asked and scanned of it is each test's own. */
@WholeService
abstract class ToldStory {
    static final String OWNER = "5a0f2b7e-0c5d-4c39-9d55-3f6a3b1f0c01";
    final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    static final RequestPostProcessor COUNTER = Tokens.counter("c1", "511602-01", "W03");

    final TrackingCode code = TrackingCode.draw(new SecureRandom());

    @Autowired
    MockMvc http;

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    @BeforeEach
    void applicationTellsTheStory() throws Exception {
        tell(1, "application.submitted.v1");
        tell(2, "application.case-decided.v1");
        tell(3, "application.case-submitted.v1");
        tell(4, "application.case-accepted.v1");
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            MvcResult result = http.perform(get(path(""))).andReturn();
            return result.getResponse().getStatus() == 200
                    && body(result).path("sequence").asInt() == 4;
        });
    }

    private void tell(long sequence, String type) {
        kafka.send(EventWire.write(
                        new Source("application"),
                        code.value(),
                        sequence,
                        type,
                        TestClock.START.plusSeconds(sequence),
                        Contracts.sample(type).toString()))
                .join();
    }

    final String path(String rest) {
        return "/api/tracking/" + code.display() + rest;
    }

    final ResultActions scan(Map<String, Object> body) throws Exception {
        return http.perform(json(post("/api/tracking/scans"), body).with(COUNTER));
    }

    static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, Map<String, ?> body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(Json.text(body));
    }

    final Map<String, Object> scanBody(UUID scanId, String action) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("scanId", scanId.toString());
        body.put("code", code.value());
        body.put("action", action);
        body.put("window", "W03");
        body.put("occurredAt", now.toString());
        body.put("items", List.of(Map.of("rid", "r2")));
        return body;
    }

    static JsonNode body(MvcResult result) throws Exception {
        return Json.mapper().readTree(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}
