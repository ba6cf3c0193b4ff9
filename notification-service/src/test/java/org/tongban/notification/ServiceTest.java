package org.tongban.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.event.Source;
import org.tongban.platform.kit.Broker;
import org.tongban.platform.kit.TestStore;
import org.tongban.platform.kit.Tokens;
import org.tongban.platform.security.Role;

/** The whole service on a real broker: from what the application tells to what a person reads. */
@SpringBootTest
@AutoConfigureMockMvc
final class ServiceTest {
    private static final String INBOX = "/api/notification/inbox";
    private static final Broker BROKER = Broker.shared();
    private static final RequestPostProcessor OWNER = Tokens.citizen("5a0f2b7e-0c5d-4c39-9d55-3f6a3b1f0c01");
    private static final RequestPostProcessor SYSTEM = Tokens.caller("tracking-service", Role.SYSTEM, Map.of());

    private final MockMvc http;
    private final TrackingCode code = TrackingCode.draw(new SecureRandom());

    ServiceTest(@Autowired MockMvc http) {
        this.http = http;
    }

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry settings) {
        settings.add("spring.mongodb.uri", TestStore::uri);
        settings.add("tongban.database", () -> "test_" + OpaqueId.next());
        settings.add("spring.kafka.bootstrap-servers", BROKER::address);
    }

    /** The noise has the code's own key, so that what follows stands behind it on the same partition. */
    @BeforeEach
    void theApplicationTellsBehindSomeNoise() {
        BROKER.send(
                new ProducerRecord<>("tongban.application", code.value(), "noise".getBytes(StandardCharsets.UTF_8)));
        BROKER.tell(code.value(), 1, "application.submitted.v1");
        BROKER.tell(code.value(), 2, "application.case-decided.v1");
        await().atMost(Duration.ofSeconds(30)).until(() -> positions().contains(code.value() + "\",\"sequence\":2"));
    }

    @Test
    void aPersonReadsWhatTheApplicationTold() throws Exception {
        http.perform(get(INBOX).with(OWNER))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[?(@.code == '%s')].title", code.display())
                        .value(org.hamcrest.Matchers.contains("准予：个体工商户设立登记", "申请已提交")));
        http.perform(post(INBOX + "/{id}/read", code.value() + "-1").with(OWNER))
                .andExpect(jsonPath("$.read").value(true));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        BROKER.sent(new Source("notification"), code.value()).size() == 2);
    }

    @Test
    void eachPathIsForItsOwnCallers() throws Exception {
        for (RequestPostProcessor stranger :
                new RequestPostProcessor[] {Tokens.reviewer("r", "市场监管", "511602"), SYSTEM}) {
            http.perform(get(INBOX).with(stranger))
                    .andExpect(status().isForbidden())
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        }
        http.perform(get("/internal/positions").with(OWNER)).andExpect(status().isForbidden());
        http.perform(get("/internal/positions")).andExpect(status().isUnauthorized());
        http.perform(post("/internal/positions/7KQ2-M9XT-04HB-ZR50/settled").with(OWNER))
                .andExpect(status().isForbidden());
        http.perform(post("/internal/positions/7KQ2-M9XT-04HB-ZR50/settled")
                        .with(SYSTEM)
                        .contentType("application/json")
                        .content("{\"source\":\"application\",\"told\":0}"))
                .andExpect(status().isOk());
        http.perform(get("/internal/positions?after=x").with(SYSTEM)).andExpect(status().isBadRequest());
        http.perform(get("/api/notification/elsewhere").with(OWNER)).andExpect(status().isForbidden());
        http.perform(get("/api/notification/openapi.json"))
                .andExpect(jsonPath("$.paths['" + INBOX + "'].get").exists());
    }

    @Test
    void anIdempotencyKeyIsOneAnswer() throws Exception {
        String read = INBOX + "/" + code.value() + "-1/read";
        String first = answer(read);

        assertThat(answer(read)).isEqualTo(first).contains("\"read\":true");
    }

    private String answer(String path) throws Exception {
        return http.perform(post(path).header("Idempotency-Key", "k").with(OWNER))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String positions() throws Exception {
        return http.perform(get("/internal/positions").with(SYSTEM))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
