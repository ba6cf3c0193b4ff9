package org.tongban.identity.person;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.mongodb.client.MongoDatabase;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongban.platform.kit.TestStore;
import org.tongban.platform.kit.Tokens;
import org.tongban.platform.security.Role;

@SpringBootTest
@AutoConfigureMockMvc
@ExtendWith(OutputCaptureExtension.class)
class MeTest {
    private static final String ME = "/api/identity/me";
    private static final String VERIFICATION = ME + "/verification";
    private static final String ZHANG = """
            {"name": "张安然", "residentId": "511602188001010010"}""";
    private static final String NOT_CONFIRMED = "姓名与公民身份号码未通过核验，请核对两者；确认无误请到窗口办理。";
    private static final WireMockServer REGISTRY =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    private final MockMvc http;
    private final MongoDatabase database;
    private final CircuitBreakerRegistry breakers;
    private final String citizen = UUID.randomUUID().toString();

    MeTest(@Autowired MockMvc http, @Autowired MongoDatabase database, @Autowired CircuitBreakerRegistry breakers) {
        this.http = http;
        this.database = database;
        this.breakers = breakers;
    }

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry settings) {
        REGISTRY.start();
        settings.add("spring.mongodb.uri", TestStore::uri);
        settings.add("tongban.database", () -> "test_identity_" + UUID.randomUUID());
        settings.add("tongban.keys", () -> SampleKeys.folder().toString());
        settings.add("tongban.far-sides.sandbox", REGISTRY::baseUrl);
    }

    @BeforeEach
    void freshRegistryAndPeople() {
        REGISTRY.resetAll();
        answers(okJson("{\"result\": \"MATCH\", \"checkedBy\": \"a field we do not know\"}"));
        breakers.circuitBreaker("sandbox").reset();
        database.getCollection("people").deleteMany(new BsonDocument());
        database.getCollection("identities").deleteMany(new BsonDocument());
        database.getCollection("verificationAttempts").deleteMany(new BsonDocument());
    }

    @AfterAll
    static void stop() {
        REGISTRY.stop();
    }

    @Test
    void aCitizenSeesThemselvesFromTheFirstTimeOn() throws Exception {
        String first = http.perform(get(ME).with(Tokens.citizen(citizen)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(citizen))
                .andExpect(jsonPath("$.roles").value("citizen"))
                .andExpect(jsonPath("$.department").value(nullValue()))
                .andExpect(jsonPath("$.verified").value(false))
                .andExpect(jsonPath("$.name").value(nullValue()))
                .andExpect(jsonPath("$.createdAt").isString())
                .andReturn()
                .getResponse()
                .getContentAsString();

        http.perform(get(ME).with(Tokens.citizen(citizen))).andExpect(content().json(first));
    }

    @Test
    void staffSeeTheirOffice() throws Exception {
        http.perform(get(ME).with(Tokens.reviewer("r1", "市场监管", "511602")))
                .andExpect(jsonPath("$.roles").value("reviewer"))
                .andExpect(jsonPath("$.department").value("市场监管"))
                .andExpect(jsonPath("$.division").value("511602"));
        http.perform(get(ME).with(Tokens.counter("c1", "511602-01", "W03")))
                .andExpect(jsonPath("$.hall").value("511602-01"))
                .andExpect(jsonPath("$.window").value("W03"));
    }

    @Test
    void withoutATokenThereIsNobody() throws Exception {
        http.perform(get(ME))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        http.perform(verification(ZHANG)).andExpect(status().isUnauthorized());
        assertThat(database.getCollection("people").countDocuments()).isZero();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CITIZEN")
    void onlyCitizensAreVerified(Role role) throws Exception {
        http.perform(verification(ZHANG).with(Tokens.caller("s1", role, Map.of())))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("https://tongban.org/problems/forbidden"));
    }

    @Test
    void whoTheRegistryConfirmsIsShownMasked() throws Exception {
        verify(ZHANG)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.verified").value(true))
                .andExpect(jsonPath("$.name").value("张**"))
                .andExpect(jsonPath("$.residentId").value("511***********0010"))
                .andExpect(jsonPath("$.verifiedAt").isString());

        http.perform(get(ME).with(Tokens.citizen(citizen)))
                .andExpect(jsonPath("$.verified").value(true))
                .andExpect(jsonPath("$.name").value("张**"));
        REGISTRY.verify(
                1,
                postRequestedFor(urlEqualTo("/real-name/check"))
                        .withRequestBody(WireMock.equalToJson(ZHANG))
                        .withoutHeader("Authorization"));
    }

    @Test
    void nothingPersonalIsStoredOrLogged(CapturedOutput output) throws Exception {
        verify(ZHANG).andExpect(status().isOk());
        http.perform(verification(ZHANG).header("Idempotency-Key", "k1").with(Tokens.citizen(citizen)));
        named(citizen, "application-service").andExpect(jsonPath("$.name").value("张安然"));
        answers(serverError());
        http.perform(verification(ZHANG).with(Tokens.citizen("another")));

        for (String collection : database.listCollectionNames()) {
            database.getCollection(collection)
                    .find()
                    .forEach(document -> assertThat(document.toJson()).doesNotContain("张安然", "511602188001010010"));
        }
        assertThat(output.getAll())
                .contains("person verified id=" + citizen)
                .doesNotContain("张安然", "511602188001010010");
    }

    @Test
    void whoExaminesACaseIsToldTheVerifiedNameAndNobodyElse() throws Exception {
        named(citizen, "application-service")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.verified").value(false))
                .andExpect(jsonPath("$.name").value(nullValue()));
        assertThat(database.getCollection("people").countDocuments())
                .as("being asked about makes no record")
                .isZero();
        verify(ZHANG);

        named(citizen, "application-service")
                .andExpect(jsonPath("$.verified").value(true))
                .andExpect(jsonPath("$.name").value("张安然"))
                .andExpect(jsonPath("$.residentId").value("511***********0010"))
                .andExpect(jsonPath("$.verifiedAt").isString())
                .andExpect(header().string("Cache-Control", "no-store"));
        named(citizen, "catalog-service").andExpect(status().isForbidden());
        for (Role role : Role.values()) {
            if (role != Role.SYSTEM) {
                http.perform(get("/internal/people/" + citizen + "/name")
                                .with(Tokens.caller("s", role, Map.of("azp", "application-service"))))
                        .andExpect(status().isForbidden());
            }
        }
        http.perform(get("/internal/people/" + citizen + "/name")).andExpect(status().isUnauthorized());
    }

    private ResultActions named(String id, String client) throws Exception {
        return http.perform(
                get("/internal/people/" + id + "/name").with(Tokens.caller("s", Role.SYSTEM, Map.of("azp", client))));
    }

    @Test
    void aStrangerWithTheSameNumberIsRefusedAndLearnsNothingOfTheOther() throws Exception {
        verify(ZHANG);

        http.perform(verification(ZHANG).with(Tokens.citizen("stranger")))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.type").value("https://tongban.org/problems/identity-taken"))
                .andExpect(content().string(org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString(citizen))));
        http.perform(get(ME).with(Tokens.citizen("stranger")))
                .andExpect(jsonPath("$.verified").value(false))
                .andExpect(jsonPath("$.name").value(nullValue()));
    }

    @Test
    void aRepeatGetsTheSameAnswerWithoutAskingAgain() throws Exception {
        String first = verify(ZHANG).andReturn().getResponse().getContentAsString();
        answers(serverError());

        verify(ZHANG).andExpect(status().isOk()).andExpect(content().json(first));
        for (int i = 0; i < 2; i++) {
            http.perform(verification(ZHANG).header("Idempotency-Key", "k").with(Tokens.citizen(citizen)))
                    .andExpect(content().json(first));
        }

        REGISTRY.verify(1, postRequestedFor(urlEqualTo("/real-name/check")));
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() throws Exception {
        http.perform(verification(ZHANG).header("Idempotency-Key", "k").with(Tokens.citizen(citizen)));

        http.perform(verification("""
                        {"name": "张安", "residentId": "511602188001010010"}""").header("Idempotency-Key", "k").with(Tokens.citizen(citizen)))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.type").value("https://tongban.org/problems/key-reused"));
    }

    @Test
    void whoIsVerifiedCannotBecomeSomebodyElse() throws Exception {
        verify(ZHANG);

        verify("""
                {"name": "李宁", "residentId": "11010118990101010X"}""").andExpect(status().isConflict());

        REGISTRY.verify(1, postRequestedFor(urlEqualTo("/real-name/check")));
    }

    @Test
    void whatTheRegistryDoesNotConfirmIsRefusedAndMayBeMended() throws Exception {
        answers(okJson("{\"result\": \"NO_MATCH\"}"));
        verify(ZHANG)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.type").value("https://tongban.org/problems/identity-not-confirmed"))
                .andExpect(jsonPath("$.detail").value(NOT_CONFIRMED));
        answers(okJson("{\"result\": \"UNKNOWN\"}"));
        verify(ZHANG).andExpect(status().is(422)).andExpect(jsonPath("$.detail").value(NOT_CONFIRMED));
        answers(okJson("{\"result\": \"MATCH\"}"));

        verify(ZHANG).andExpect(status().isOk());
    }

    @Test
    void theSixthGuessOfAnAccountIsNotAsked() throws Exception {
        answers(okJson("{\"result\": \"NO_MATCH\"}"));
        for (String number :
                List.of("511602188001010010", "11010118990101010X", "511602188001010010", "11010118990101010X")) {
            verify("{\"name\": \"张安然\", \"residentId\": \"" + number + "\"}").andExpect(status().is(422));
        }
        verify(ZHANG).andExpect(status().is(422));

        verify(ZHANG)
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"))
                .andExpect(jsonPath("$.type").value("https://tongban.org/problems/too-many-attempts"));

        REGISTRY.verify(5, postRequestedFor(urlEqualTo("/real-name/check")));
    }

    @Test
    void norIsTheSixthGuessAtANumberWhoeverMakesIt() throws Exception {
        answers(okJson("{\"result\": \"NO_MATCH\"}"));
        for (int i = 0; i < 5; i++) {
            http.perform(verification(ZHANG).with(Tokens.citizen("guesser" + i)))
                    .andExpect(status().is(422));
        }

        verify(ZHANG).andExpect(status().isTooManyRequests());

        REGISTRY.verify(5, postRequestedFor(urlEqualTo("/real-name/check")));
    }

    @Test
    void aNumberThatDoesNotHoldInItselfIsNotAskedAbout() throws Exception {
        verify("""
                {"name": "", "residentId": "511602188001010011"}""")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/name"))
                .andExpect(jsonPath("$.errors[1].pointer").value("/residentId"));

        REGISTRY.verify(0, postRequestedFor(urlEqualTo("/real-name/check")));
    }

    @Test
    void whatCannotBeReadIsABadRequest() throws Exception {
        verify("""
                {"name": "张安然", "residentId": "511602188001010010", "sex": "F"}""")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/sex"));
        verify("""
                {"name": 7, "residentId": "511602188001010010"}""").andExpect(status().isBadRequest());
        verify("{").andExpect(status().isBadRequest());
        verify("null").andExpect(status().isBadRequest());
        http.perform(post(VERIFICATION)
                        .contentType(MediaType.TEXT_PLAIN)
                        .content(ZHANG)
                        .with(Tokens.citizen(citizen)))
                .andExpect(status().isUnsupportedMediaType());
    }

    @Test
    void aSlowRegistryIsWaitedForOnlySoLong() throws Exception {
        answers(okJson("{\"result\": \"MATCH\"}").withFixedDelay(8_000));

        expectToBeToldToComeBack();
    }

    @Test
    void aBrokenRegistryIsSaidAndLeavesNobodyVerified() throws Exception {
        answers(serverError().withBody("{\"result\": \"MATCH\"}"));

        expectToBeToldToComeBack();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aRegistryThatIsCutOffIsSaid(Fault fault) throws Exception {
        answers(aResponse().withFault(fault));

        expectToBeToldToComeBack();
    }

    @Test
    void anAnswerThatCannotBeUnderstoodIsNoYes() throws Exception {
        for (String strange : new String[] {"{}", "{\"result\": \"MAYBE\"}", "<html>", ""}) {
            answers(okJson(strange));

            expectToBeToldToComeBack();
        }
        answers(aResponse()
                .withStatus(403)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"result\": \"MATCH\"}"));
        expectToBeToldToComeBack();
    }

    @Test
    void aRegistryThatStaysAwayIsLeftInPeace() throws Exception {
        answers(serverError());
        for (int i = 0; i < 15; i++) {
            verify(ZHANG).andExpect(status().isServiceUnavailable());
        }

        REGISTRY.verify(10, postRequestedFor(urlEqualTo("/real-name/check")));
    }

    @Test
    void theServiceSaysWhatItOffersAndThatItIsReady() throws Exception {
        http.perform(get("/api/identity/openapi.json"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.openapi").value(org.hamcrest.Matchers.startsWith("3.1")))
                .andExpect(jsonPath("$.paths['/api/identity/me'].get").exists())
                .andExpect(jsonPath("$.paths['/api/identity/me/verification'].post")
                        .exists());
        http.perform(get("/actuator/health/readiness"))
                .andExpect(status().isOk())
                .andExpect(content().string("{\"status\":\"UP\"}"));
    }

    private void expectToBeToldToComeBack() throws Exception {
        verify(ZHANG)
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().exists("Retry-After"))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("https://tongban.org/problems/far-side-down"));
        http.perform(get(ME).with(Tokens.citizen(citizen)))
                .andExpect(jsonPath("$.verified").value(false));
    }

    private ResultActions verify(String body) throws Exception {
        return http.perform(verification(body).with(Tokens.citizen(citizen)));
    }

    private static MockHttpServletRequestBuilder verification(String body) {
        return post(VERIFICATION).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        REGISTRY.stubFor(WireMock.post("/real-name/check").willReturn(answer));
    }
}
