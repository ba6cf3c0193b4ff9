package org.tongban.identity.desk;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.tongban.identity.person.SampleKeys;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;
import org.tongban.platform.kit.Tokens;
import org.tongban.platform.security.Role;

/** Who heads a department, against a Keycloak that lists or is away. */
@SpringBootTest
@AutoConfigureMockMvc
class HeadsTest {
    private static final String HEADS = "/auth/admin/realms/tongban/roles/head/users";
    private static final String FOOD = "市场监管";
    private static final WireMockServer KEYCLOAK =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    private final MockMvc http;
    private final CircuitBreakerRegistry breakers;
    private final TestClock clock;
    private final Heads heads;

    HeadsTest(
            @Autowired MockMvc http,
            @Autowired CircuitBreakerRegistry breakers,
            @Autowired TestClock clock,
            @Autowired Heads heads) {
        this.http = http;
        this.breakers = breakers;
        this.clock = clock;
        this.heads = heads;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        TestClock clock() {
            return new TestClock();
        }
    }

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry settings) {
        KEYCLOAK.start();
        settings.add("spring.mongodb.uri", TestStore::uri);
        settings.add("tongban.database", () -> "test_identity_" + UUID.randomUUID());
        settings.add("tongban.keys", () -> SampleKeys.folder().toString());
        settings.add("tongban.far-sides.keycloak", KEYCLOAK::baseUrl);
        settings.add("tongban.client.token-uri", () -> KEYCLOAK.baseUrl() + "/token");
        settings.add("tongban.client.read-timeout", () -> "500ms");
        settings.add("tongban.desk.every", () -> "1h");
    }

    @BeforeEach
    void aHeadOfTheCity() {
        clock.set(TestClock.START);
        breakers.circuitBreaker("keycloak").reset();
        KEYCLOAK.resetAll();
        KEYCLOAK.stubFor(post("/token").willReturn(okJson("{\"access_token\": \"t1\", \"expires_in\": 300}")));
        lists("[" + head("id-1", "head-food", "511600", true) + "," + head("id-2", "head-left", "511602", false)
                + ", {\"enabled\": true}]");
        heads.refresh();
    }

    @AfterAll
    static void stop() {
        KEYCLOAK.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id-1", "head-food", "Head-Food"})
    void aHeadIsKnownByUserNameAndById(String who) throws Exception {
        ask("511602", FOOD, who)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.head").value("id-1"));
    }

    @Test
    void nobodyElseHeadsThatDepartmentThere() throws Exception {
        ask("511602", "消防救援", "head-food").andExpect(jsonPath("$.head").isEmpty());
        ask("510104", FOOD, "head-food").andExpect(jsonPath("$.head").isEmpty());
        ask("511602", FOOD, "head-left").andExpect(jsonPath("$.head").isEmpty());
        ask("511602", FOOD, "reviewer-food").andExpect(jsonPath("$.head").isEmpty());
    }

    @Test
    void whoIsNewIsSeenAndWhoWasKnownStaysWhileKeycloakIsAway() throws Exception {
        lists("[" + head("id-3", "head-new", "511602", true) + "]");
        clock.tick(Duration.ofSeconds(6));
        ask("511602", FOOD, "head-new").andExpect(jsonPath("$.head").value("id-3"));

        KEYCLOAK.stubFor(get(urlPathEqualTo(HEADS)).willReturn(serverError()));
        heads.refresh();

        assertThat(heads.find("511602", FOOD, "head-new")).contains("id-3");
    }

    @Test
    void whatCannotBeReadIsABadRequest() throws Exception {
        ask("51", FOOD, "x").andExpect(status().isBadRequest());
        ask("511602", "长".repeat(65), "x").andExpect(status().isBadRequest());
        ask("511602", FOOD, "x".repeat(256)).andExpect(status().isBadRequest());
        ask("511602", FOOD, " ")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/who"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
    void nobodyButTheServicesAsks(Role role) throws Exception {
        asked(role, "511602", FOOD, "head-food").andExpect(status().isForbidden());
    }

    private ResultActions ask(String division, String department, String who) throws Exception {
        return asked(Role.SYSTEM, division, department, who);
    }

    private ResultActions asked(Role role, String division, String department, String who) throws Exception {
        String body =
                "{\"division\": \"%s\", \"department\": \"%s\", \"who\": \"%s\"}".formatted(division, department, who);
        return http.perform(MockMvcRequestBuilders.post("/internal/heads")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(Tokens.caller("s", role, Map.of())));
    }

    private static void lists(String members) {
        KEYCLOAK.stubFor(get(urlPathEqualTo(HEADS)).willReturn(okJson(members)));
    }

    private static String head(String id, String name, String division, boolean enabled) {
        return """
                {"id": "%s", "username": "%s", "enabled": %s,
                 "attributes": {"department": ["%s"], "division": ["%s"]}}""".formatted(id, name, enabled, FOOD, division);
    }
}
