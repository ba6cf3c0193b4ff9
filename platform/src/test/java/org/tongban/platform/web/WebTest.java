package org.tongban.platform.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import java.io.IOException;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonMaximumSizeExceededException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.kit.Tokens;
import org.tongban.platform.security.Access;
import org.tongban.platform.security.Caller;
import org.tongban.platform.security.Role;

@WebMvcTest(properties = {"tongban.web.json-limit=200", "tongban.security.issuer=x", "tongban.security.jwks=http://x"})
@Import(WebTest.Echo.class)
class WebTest {
    private final MockMvc http;

    WebTest(@Autowired MockMvc http) {
        this.http = http;
    }

    enum Colour {
        RED
    }

    record Wish(String name, int n, Colour colour) {}

    @RestController
    static class Echo {
        @PostMapping("/wishes")
        Wish wish(@RequestBody Wish wish) {
            return wish;
        }

        @PostMapping("/commands")
        Command command(Command command) {
            return command;
        }

        @GetMapping("/callers")
        Caller caller(Caller caller) {
            return caller;
        }

        @GetMapping("/numbers")
        int number(@RequestParam int n) {
            return n;
        }

        @GetMapping("/gone")
        String gone() throws IOException {
            throw new AsyncRequestNotUsableException("nobody listens");
        }

        @GetMapping("/too-large")
        String tooLarge(@RequestParam boolean sent) {
            if (sent) {
                throw new MongoWriteException(
                        new WriteError(17419, "the inside", new BsonDocument()), new ServerAddress(), Set.of());
            }
            throw new BsonMaximumSizeExceededException("the inside");
        }

        @GetMapping("/store")
        String store(@RequestParam int code) {
            throw new MongoWriteException(
                    new WriteError(code, "the inside", new BsonDocument()), new ServerAddress(), Set.of());
        }

        @GetMapping("/broken")
        String broken() {
            throw new IllegalStateException("the inside");
        }
    }

    @SpringBootConfiguration
    static class Service {
        @Bean
        Access access() {
            return paths -> paths.requestMatchers(
                            "/wishes",
                            "/commands",
                            "/callers",
                            "/numbers",
                            "/gone",
                            "/broken",
                            "/too-large",
                            "/store",
                            "/nowhere")
                    .permitAll()
                    .requestMatchers("/staff")
                    .hasRole(Role.REVIEWER.name());
        }

        @Bean
        JwtDecoder jwtDecoder() {
            return token -> {
                throw new org.springframework.security.oauth2.jwt.BadJwtException("never");
            };
        }
    }

    @Test
    void whoHasGoneIsNotAnswered() throws Exception {
        http.perform(get("/gone")).andExpect(content().string(""));
    }

    @Test
    void anUnknownFieldIsABadRequestThatNamesIt() throws Exception {
        http.perform(post("/wishes")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"a\",\"n\":1,\"colour\":\"RED\",\"extra\":true}"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("https://tongban.org/problems/bad-input"))
                .andExpect(jsonPath("$.status").value(400))
                .andExpect(jsonPath("$.instance").value("/wishes"))
                .andExpect(jsonPath("$.errors[0].pointer").value("/extra"))
                .andExpect(jsonPath("$.traceId").value(matchesPattern("[0-9a-f]{32}")));
    }

    @Test
    void wrongTypesAndEnumValuesAreNamedByTheirPointer() throws Exception {
        http.perform(post("/wishes")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"a\",\"n\":\"one\",\"colour\":\"RED\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/n"));
        http.perform(post("/wishes")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"a\",\"n\":1,\"colour\":\"PINK\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/colour"));
    }

    @Test
    void aBodyThatIsNoJsonIsSaidInTheCallersLanguage() throws Exception {
        http.perform(post("/wishes").contentType(MediaType.APPLICATION_JSON).content("{"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value("请求内容不是有效的 JSON。"));
        http.perform(post("/wishes")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{")
                        .header("Accept-Language", "en"))
                .andExpect(jsonPath("$.detail").value("The body is not valid JSON."));
    }

    @Test
    void aBodyThatIsMissingIsABadRequest() throws Exception {
        http.perform(post("/wishes").contentType(MediaType.APPLICATION_JSON)).andExpect(status().isBadRequest());
    }

    @Test
    void aHugeBodyIsRefusedBeforeItIsRead() throws Exception {
        http.perform(post("/wishes").contentType(MediaType.APPLICATION_JSON).content(" ".repeat(201)))
                .andExpect(status().is(413))
                .andExpect(jsonPath("$.type").value("https://tongban.org/problems/body-too-large"));
    }

    @Test
    void aMultipartBodyHasLimitsOfItsOwnHoweverItIsSpelt() throws Exception {
        http.perform(post("/commands")
                        .contentType("Multipart/Form-Data; boundary=x")
                        .content(" ".repeat(201)))
                .andExpect(status().isOk());
    }

    @Test
    void anotherContentTypeIsRefused() throws Exception {
        http.perform(post("/wishes").contentType(MediaType.TEXT_PLAIN).content("x"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(jsonPath("$.status").value(415));
    }

    @Test
    void anotherMethodIsRefused() throws Exception {
        http.perform(get("/wishes")).andExpect(status().isMethodNotAllowed()).andExpect(header().exists("Allow"));
    }

    @Test
    void aParameterOfTheWrongTypeIsABadRequest() throws Exception {
        http.perform(get("/numbers").param("n", "many"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/n"));
        http.perform(get("/numbers")).andExpect(status().isBadRequest());
    }

    @Test
    void anAddressThatDoesNotExistIsAProblemToo() throws Exception {
        http.perform(get("/nowhere"))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void ourOwnBugTellsATraceIdAndNothingOfTheInside() throws Exception {
        http.perform(get("/broken").header("traceparent", "00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01"))
                .andExpect(status().isInternalServerError())
                .andExpect(jsonPath("$.traceId").value("a".repeat(32)))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("the inside"))));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDocumentThatNoStoreTakesIsSaidAndIsNotOurFault(boolean sent) throws Exception {
        http.perform(get("/too-large").param("sent", Boolean.toString(sent)).header("Accept-Language", "en"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.type").value(endsWith("/aggregate-full")))
                .andExpect(jsonPath("$.detail").value(containsString("begin a new one")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 13, 91, 112, 189, 8000, 10107, 11602, 13435})
    void aStoreInTroubleIsBusyAndSaysWhenToComeAgain(int code) throws Exception {
        http.perform(get("/store").param("code", String.valueOf(code)))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "1"))
                .andExpect(jsonPath("$.type").value(endsWith("/busy")));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 28, 121, 11000})
    void whatWaitingWouldNotHelpIsOurFault(int code) throws Exception {
        http.perform(get("/store").param("code", String.valueOf(code)))
                .andExpect(status().isInternalServerError())
                .andExpect(header().doesNotExist("Retry-After"))
                .andExpect(content().string(not(containsString("the inside"))));
    }

    @Test
    void whatAServiceDoesNotNameIsClosed() throws Exception {
        http.perform(get("/unnamed")).andExpect(status().isUnauthorized());
        http.perform(get("/unnamed").with(Tokens.citizen("c1"))).andExpect(status().isForbidden());
    }

    @Test
    void aRoleThatMayNeverIsForbiddenWithAProblem() throws Exception {
        http.perform(get("/staff").with(Tokens.citizen("c1")))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("https://tongban.org/problems/forbidden"));
    }

    @Test
    void aTokenThatDoesNotVerifyIsRefusedEvenWhereNoneIsNeeded() throws Exception {
        http.perform(get("/callers").header("Authorization", "Bearer forged"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().exists("WWW-Authenticate"))
                .andExpect(jsonPath("$.type").value("https://tongban.org/problems/unauthenticated"));
    }

    @Test
    void aCallerIsReadFromTheToken() throws Exception {
        http.perform(get("/callers").with(Tokens.reviewer("r1", "市场监管", "511602")))
                .andExpect(jsonPath("$.id").value("r1"))
                .andExpect(jsonPath("$.department").value("市场监管"))
                .andExpect(jsonPath("$.roles[0]").value("REVIEWER"));
    }

    @Test
    void aCommandKnowsCallerPathKeyAndBody() throws Exception {
        http.perform(post("/commands")
                        .with(Tokens.citizen("c1"))
                        .header("Idempotency-Key", "k1")
                        .header("If-Match", "\"7\"")
                        .content("{}"))
                .andExpect(jsonPath("$.caller").value("c1"))
                .andExpect(jsonPath("$.path").value("POST /commands"))
                .andExpect(jsonPath("$.key").value("k1"))
                .andExpect(jsonPath("$.ifMatch").value("7"))
                .andExpect(
                        jsonPath("$.digest").value("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"));
    }

    @Test
    void aStrangersKeyIsAUuidSoThatItIsNobodyElses() throws Exception {
        http.perform(post("/commands").header("Idempotency-Key", "k1").header("Accept-Language", "en"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/headers/Idempotency-Key"))
                .andExpect(jsonPath("$.detail").value(containsString("UUID")));
        http.perform(post("/commands").header("Idempotency-Key", "6f1c2a34-9f0e-4b60-9a6a-0d7c1b2e3f40"))
                .andExpect(status().isOk());
    }

    @Test
    void anIdempotencyKeyOfTheWrongShapeIsRefused() throws Exception {
        http.perform(post("/commands").header("Idempotency-Key", "k".repeat(201)))
                .andExpect(status().isBadRequest());
    }
}
