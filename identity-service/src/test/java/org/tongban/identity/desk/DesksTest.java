package org.tongban.identity.desk;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
import org.tongban.platform.farside.FarSides;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;
import org.tongban.platform.kit.Tokens;
import org.tongban.platform.problem.FarSideDown;
import org.tongban.platform.security.Role;

/** Which departments have somebody, against a Keycloak that lists, is slow, refuses or is away. */
@SpringBootTest
@AutoConfigureMockMvc
class DesksTest {
    private static final String REVIEWERS = "/auth/admin/realms/tongban/roles/reviewer/users";
    private static final String FOOD = "市场监管";
    private static final String FIRE = "消防救援";
    private static final WireMockServer KEYCLOAK =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    private final MockMvc http;
    private final FarSides farSides;
    private final CircuitBreakerRegistry breakers;
    private final TestClock clock;
    private final DeskProperties properties =
            new DeskProperties("/auth/admin/realms/tongban", Duration.ofMinutes(1), Duration.ofSeconds(5));

    private final Desks served;

    DesksTest(
            @Autowired MockMvc http,
            @Autowired FarSides farSides,
            @Autowired CircuitBreakerRegistry breakers,
            @Autowired TestClock clock,
            @Autowired Desks served) {
        this.http = http;
        this.farSides = farSides;
        this.breakers = breakers;
        this.clock = clock;
        this.served = served;
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
    void twoDepartments() {
        clock.set(TestClock.START);
        breakers.circuitBreaker("keycloak").reset();
        KEYCLOAK.resetAll();
        KEYCLOAK.stubFor(post("/token").willReturn(okJson("{\"access_token\": \"t1\", \"expires_in\": 300}")));
        lists(
                okJson(
                        "[" + member(FOOD, "511602", true) + "," + member(FIRE, "511600", true) + ","
                                + member("民政", "511602", false) + "," + member("教育", "51", true)
                                + ", {\"enabled\": true}, {\"enabled\": true, \"attributes\": {\"department\": [], \"division\": []}}]"));
    }

    @AfterAll
    static void stop() {
        KEYCLOAK.stop();
    }

    @Test
    void aDepartmentHasADeskWhereSomebodyActsForTheDivision() throws Exception {
        served.refresh();

        ask("511602", FOOD, FIRE, "民政", "教育", "烟草专卖")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.division").value("511602"))
                .andExpect(jsonPath("$.departments[0]").value(FOOD))
                .andExpect(jsonPath("$.departments[1]").value(FIRE))
                .andExpect(jsonPath("$.departments.length()").value(2));
        ask("511621", FOOD, FIRE).andExpect(jsonPath("$.departments.length()").value(1));
        ask("510104", FOOD, FIRE).andExpect(jsonPath("$.departments").isEmpty());
        KEYCLOAK.verify(getRequestedFor(urlPathEqualTo(REVIEWERS)).withHeader("Authorization", equalTo("Bearer t1")));
    }

    @Test
    void allPagesAreRead() {
        String first = IntStream.range(0, 100)
                .mapToObj(i -> member("部门" + i, "511602", true))
                .collect(Collectors.joining(",", "[", "]"));
        KEYCLOAK.stubFor(get(urlPathEqualTo(REVIEWERS))
                .withQueryParam("first", equalTo("0"))
                .willReturn(okJson(first)));
        KEYCLOAK.stubFor(get(urlPathEqualTo(REVIEWERS))
                .withQueryParam("first", equalTo("100"))
                .willReturn(okJson("[" + member(FIRE, "511602", true) + "]")));

        assertThat(fresh().at("511602", List.of("部门7", FIRE))).containsExactlyInAnyOrder("部门7", FIRE);
    }

    @Test
    void whoIsNewIsSeenAsSoonAsSomebodyAsks() {
        Desks desks = fresh();
        assertThat(desks.at("511602", List.of("烟草专卖"))).isEmpty();
        lists(okJson("[" + member("烟草专卖", "511602", true) + "]"));

        assertThat(desks.at("511602", List.of("烟草专卖")))
                .as("looked a moment ago")
                .isEmpty();
        clock.tick(Duration.ofSeconds(6));
        assertThat(desks.at("511602", List.of("烟草专卖"))).containsExactly("烟草专卖");
    }

    @Test
    void whatIsKnownIsAnsweredWithoutAsking() {
        Desks desks = fresh();
        desks.refresh();
        KEYCLOAK.resetRequests();
        clock.tick(Duration.ofMinutes(10));

        assertThat(desks.at("511602", List.of(FOOD))).containsExactly(FOOD);

        KEYCLOAK.verify(0, getRequestedFor(urlPathEqualTo(REVIEWERS)));
    }

    @Test
    void whatWasKnownStaysWhileKeycloakIsAway() {
        Desks desks = fresh();
        desks.refresh();
        for (ResponseDefinitionBuilder trouble : List.of(
                serverError(),
                okJson("[]").withFixedDelay(2_000),
                aResponse().withStatus(403).withBody("{}"),
                okJson("{\"error\": \"unknown\"}"))) {
            lists(trouble);
            clock.tick(Duration.ofMinutes(1));
            desks.refresh();

            assertThat(desks.at("511602", List.of(FOOD, FIRE, "烟草专卖"))).containsExactlyInAnyOrder(FOOD, FIRE);
        }
    }

    @Test
    void whereNothingIsKnownYetItIsSaidSo() throws Exception {
        lists(serverError());

        assertThatThrownBy(() -> fresh().at("511602", List.of(FOOD))).isInstanceOf(FarSideDown.class);
    }

    @Test
    void whatCannotBeReadIsABadRequest() throws Exception {
        ask("51", FOOD)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/division"));
        ask("511602", "长".repeat(65)).andExpect(status().isBadRequest());
        ask("511602", IntStream.range(0, 101).mapToObj(i -> "d" + i).toArray(String[]::new))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        http.perform(MockMvcRequestBuilders.get("/internal/desks").with(Tokens.caller("s", Role.SYSTEM, Map.of())))
                .andExpect(status().isBadRequest());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
    void nobodyButTheServicesAsks(Role role) throws Exception {
        http.perform(MockMvcRequestBuilders.get("/internal/desks")
                        .param("division", "511602")
                        .param("department", FOOD)
                        .with(Tokens.caller("s", role, Map.of())))
                .andExpect(status().isForbidden())
                .andExpect(header().doesNotExist("Retry-After"));
        http.perform(MockMvcRequestBuilders.get("/internal/desks")).andExpect(status().isUnauthorized());
    }

    private Desks fresh() {
        Reviewers reviewers = new Reviewers(farSides.asSystem("keycloak"), properties.realm());
        return new Desks(reviewers::desks, properties, clock);
    }

    private ResultActions ask(String division, String... departments) throws Exception {
        return http.perform(MockMvcRequestBuilders.get("/internal/desks")
                .param("division", division)
                .param("department", departments)
                .with(Tokens.caller("s", Role.SYSTEM, Map.of())));
    }

    private static void lists(ResponseDefinitionBuilder answer) {
        KEYCLOAK.stubFor(get(urlPathEqualTo(REVIEWERS)).willReturn(answer));
    }

    private static String member(String department, String division, boolean enabled) {
        return """
                {"username": "x", "enabled": %s, "attributes": {"department": ["%s"], "division": ["%s"]}}""".formatted(enabled, department, division);
    }
}
