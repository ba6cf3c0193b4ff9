package org.tongban.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tongban.platform.code.Sha256;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.event.EventWire;
import org.tongban.platform.event.Source;
import org.tongban.platform.json.CanonicalJson;
import org.tongban.platform.json.Json;
import org.tongban.platform.kit.Contracts;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.Tokens;
import org.tongban.platform.security.Role;
import tools.jackson.databind.JsonNode;

/** One application through the whole service: told by the application, shown, scanned, rated, proven, streamed. */
@WholeService
final class StoryTest {
    private static final String OWNER = "5a0f2b7e-0c5d-4c39-9d55-3f6a3b1f0c01";
    private static final RequestPostProcessor COUNTER = Tokens.counter("c1", "511602-01", "W03");
    private static final List<String> PERSONAL = List.of(OWNER, "经营者身份证明", "511602-市场监管-2026-000001", "W03", "salt");

    private final MockMvc http;
    private final KafkaTemplate<String, byte[]> kafka;
    private final MongoDatabase database;
    private final TrackingCode code = TrackingCode.draw(new SecureRandom());

    StoryTest(
            @Autowired MockMvc http,
            @Autowired KafkaTemplate<String, byte[]> kafka,
            @Autowired MongoDatabase database) {
        this.http = http;
        this.kafka = kafka;
        this.database = database;
    }

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

    @Test
    void anybodyWithTheCodeSeesWhereItIsAndNothingPersonal() throws Exception {
        scan(scanBody(UUID.randomUUID(), "ORIGINALS_RECEIVED")).andExpect(status().isCreated());

        MvcResult shown = http.perform(get(path("").toLowerCase(Locale.ROOT)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.code").value(code.display()))
                .andExpect(jsonPath("$.status").value("IN_PROGRESS"))
                .andExpect(jsonPath("$.submittedAt").value("2026-11-22T02:11:10.000Z"))
                .andExpect(jsonPath("$.cases[0].status").value("DONE"))
                .andExpect(jsonPath("$.cases[0].outcome").value("GRANTED"))
                .andExpect(jsonPath("$.cases[1].name").value("食品经营许可（新办）"))
                .andExpect(jsonPath("$.cases[1].due").value("2026-12-04"))
                .andExpect(jsonPath("$.entries.length()").value(5))
                .andExpect(jsonPath("$.entries[0].text").value("已提交，共2项"))
                .andExpect(jsonPath("$.entries[0].previous").doesNotExist())
                .andExpect(jsonPath("$.entries[4].source").value("/tracking"))
                .andExpect(jsonPath("$.entries[4].text").value("窗口：已收取原件"))
                .andReturn();

        JsonNode body = body(shown);
        assertThat(body.path("head")).isEqualTo(body.path("entries").path(4).path("hash"));
        assertThat(shown.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain(PERSONAL);
        assertThatTheChainHolds(body.path("entries"));
    }

    @Test
    void itsOwnerAndTheStaffConcernedSeeMore() throws Exception {
        scan(scanBody(UUID.randomUUID(), "ORIGINALS_RECEIVED")).andExpect(status().isCreated());

        for (RequestPostProcessor viewer :
                List.of(Tokens.citizen(OWNER), Tokens.reviewer("r1", "市场监管", "511600"), COUNTER)) {
            http.perform(get(path("")).with(viewer))
                    .andExpect(jsonPath("$.expected[0].custody").value("HELD"))
                    .andExpect(jsonPath("$.entries[3].text")
                            .value("食品经营许可（新办）：已受理，受理编号 511602-市场监管-2026-000001，应于 2026-12-04 前办结"))
                    .andExpect(jsonPath("$.entries[4].text").value("窗口：已收取原件，经营者身份证明"))
                    .andExpect(jsonPath("$.entries[4].place").value("511602-01 W03"));
        }
        for (RequestPostProcessor stranger : List.of(
                Tokens.citizen("somebody"),
                Tokens.reviewer("r2", "消防救援", "511602"),
                Tokens.reviewer("r3", "市场监管", "511603"),
                Tokens.counter("c2", "500156-01", "W01"))) {
            MvcResult shown = http.perform(get(path("")).with(stranger)).andReturn();
            assertThat(shown.getResponse().getContentAsString(StandardCharsets.UTF_8))
                    .doesNotContain(PERSONAL);
        }
    }

    @Test
    void itSpeaksEnglishWhenAsked() throws Exception {
        http.perform(get(path("")).header("Accept-Language", "en"))
                .andExpect(jsonPath("$.entries[0].text").value("Submitted, 2 in all"))
                .andExpect(jsonPath("$.entries[1].text").value("个体工商户设立登记: decided, granted"));
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() throws Exception {
        String etag = headerOf(http.perform(get(path(""))).andReturn(), "ETag");

        http.perform(get(path("")).header("If-None-Match", etag))
                .andExpect(status().isNotModified())
                .andExpect(content().string(""));
        http.perform(get(path("")).with(Tokens.citizen(OWNER)).header("If-None-Match", etag))
                .andExpect(status().isOk());
    }

    @Test
    void aMistypedCodeIsToldFromAnUnknownOne() throws Exception {
        char last = code.value().charAt(15);
        String mistyped = code.value().substring(0, 15) + (last == 'A' ? 'B' : 'A');

        for (String page : List.of("", "/stream", "/proof", "/qr.svg")) {
            http.perform(get("/api/tracking/" + mistyped + page).header("Accept-Language", "en"))
                    .andExpect(status().isNotFound())
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.containsString("check character")));
        }
        http.perform(get("/api/tracking/" + TrackingCode.draw(new SecureRandom())))
                .andExpect(status().isNotFound());
        http.perform(get("/api/tracking/hello")).andExpect(status().isNotFound());
    }

    @Test
    void aScanIsRecordedOnce() throws Exception {
        UUID scanId = UUID.randomUUID();
        Map<String, Object> body = scanBody(scanId, "ARRIVED");

        JsonNode first = body(scan(body).andExpect(status().isCreated()).andReturn());
        JsonNode second = body(scan(body).andExpect(status().isOk()).andReturn());
        scan(scanBody(scanId, "POSTED"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("https://tongban.org/problems/scan-reused"));

        assertThat(second).isEqualTo(first);
        assertThat(first.path("no").asInt()).isEqualTo(5);
        assertThat(body(http.perform(get(path(""))).andReturn()).path("entries").size())
                .isEqualTo(5);
    }

    @Test
    void aScanThatIsNoneIsRefusedAndSaysWhere() throws Exception {
        Map<String, Object> wrong = scanBody(UUID.randomUUID(), "ARRIVED");
        wrong.put("code", code.value().substring(0, 15) + "U");
        scan(wrong)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/code"));
        scan(Map.of())
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors.length()").value(4));
        scan(scanBody(UUID.randomUUID(), "EATEN"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/action"));
        http.perform(post("/api/tracking/scans")
                        .with(Tokens.citizen(OWNER))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isForbidden());
        http.perform(post("/api/tracking/scans")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void anIdempotencyKeyGivesTheFirstAnswerAgainAndNoOther() throws Exception {
        Map<String, Object> body = scanBody(UUID.randomUUID(), "ARRIVED");
        String key = UUID.randomUUID().toString();

        JsonNode first = body(scan(body, key).andExpect(status().isCreated()).andReturn());
        JsonNode again = body(scan(body, key).andExpect(status().isCreated()).andReturn());

        assertThat(again).isEqualTo(first);
        scan(scanBody(UUID.randomUUID(), "ARRIVED"), key)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.type").value("https://tongban.org/problems/key-reused"));
        assertThat(body(http.perform(get(path(""))).andReturn()).path("entries").size())
                .isEqualTo(5);
    }

    @Test
    void aBatchHoldsFiveHundredScansAndNoMore() throws Exception {
        List<Map<String, Object>> scans = Stream.generate(() -> scanBody(UUID.randomUUID(), "ARRIVED"))
                .limit(501)
                .toList();

        http.perform(json(post("/api/tracking/scans/batch"), Map.of("scans", scans))
                        .with(COUNTER))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/scans"));
        http.perform(json(post("/api/tracking/scans/batch"), Map.of("scans", scans.subList(0, 500)))
                        .with(COUNTER))
                .andExpect(jsonPath("$.results.length()").value(500));
        assertThat(body(http.perform(get(path(""))).andReturn()).path("entries").size())
                .isEqualTo(504);
    }

    @Test
    void aBatchJudgesEachScanByItself() throws Exception {
        Map<String, Object> late = scanBody(UUID.randomUUID(), "ORIGINALS_RECEIVED");
        Map<String, Object> strange = scanBody(UUID.randomUUID(), "ARRIVED");
        strange.put("colour", "blue");

        List<Object> sent = new ArrayList<>(List.of(late, strange, late, "scan", List.of()));
        sent.add(null);
        http.perform(json(post("/api/tracking/scans/batch"), Map.of("scans", sent))
                        .with(COUNTER))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.results[0].status").value("RECORDED"))
                .andExpect(jsonPath("$.results[1].status").value("REFUSED"))
                .andExpect(jsonPath("$.results[1].problem.status").value(400))
                .andExpect(jsonPath("$.results[2].status").value("DUPLICATE"))
                .andExpect(jsonPath("$.results[3].status").value("REFUSED"))
                .andExpect(jsonPath("$.results[4].problem.errors[0].pointer").value("/scans/4"))
                .andExpect(jsonPath("$.results[5].problem.errors[0].pointer").value("/scans/5"));
        http.perform(json(post("/api/tracking/scans/batch"), Map.of("scans", List.of()))
                        .with(COUNTER))
                .andExpect(status().is(422));
    }

    @Test
    void theCardSaysWhatIsExpected() throws Exception {
        http.perform(get(path("/card")).with(COUNTER))
                .andExpect(jsonPath("$.code").value(code.display()))
                .andExpect(jsonPath("$.cases.length()").value(2))
                .andExpect(jsonPath("$.expected[0].rid").value("r2"))
                .andExpect(jsonPath("$.expected[0].originals").value(1))
                .andExpect(jsonPath("$.expected[0].custody").value("EXPECTED"));
        http.perform(get(path("/card")).with(Tokens.citizen(OWNER))).andExpect(status().isForbidden());
        http.perform(get(path("/card"))).andExpect(status().isUnauthorized());
    }

    @Test
    void theOwnerRatesADecidedCaseOnce() throws Exception {
        Map<String, Object> rating = Map.of("caseNo", 1, "score", 5, "comment", "王科长很耐心");

        rate("somebody", rating).andExpect(status().isNotFound());
        rate(OWNER, Map.of("caseNo", 2, "score", 5)).andExpect(status().isConflict());
        rate(OWNER, Map.of("caseNo", 1, "score", 6)).andExpect(status().is(422));
        rate(OWNER, rating)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.score").value(5))
                .andExpect(jsonPath("$.grade").value(1));
        rate(OWNER, rating).andExpect(status().isConflict());

        http.perform(get(path("")).with(Tokens.citizen(OWNER)))
                .andExpect(jsonPath("$.cases[0].rating").value(5))
                .andExpect(jsonPath("$.entries[4].type").value("tracking.rated.v1"));
        for (String collection : List.of("timelines", "comments")) {
            for (Document document : database.getCollection(collection).find()) {
                assertThat(document.toJson()).doesNotContain("王科长");
            }
        }
    }

    @Test
    void theProofHoldsWithoutUs() throws Exception {
        JsonNode entries = body(http.perform(get(path("/proof")).with(Tokens.citizen(OWNER)))
                        .andExpect(status().isOk())
                        .andReturn())
                .path("entries");

        assertThatTheChainHolds(entries);
        for (JsonNode entry : entries) {
            byte[] salt = Base64.getUrlDecoder().decode(entry.path("salt").asString());
            assertThat(Sha256.hex(salt, CanonicalJson.bytes(entry.path("facts"))))
                    .isEqualTo(entry.path("factsDigest").asString());
        }
        String others =
                http.perform(get(path("/proof"))).andReturn().getResponse().getContentAsString();
        assertThat(others).contains("\"facts\":null").doesNotContain(OWNER);
    }

    @Test
    void theQrCodeIsAPicture() throws Exception {
        http.perform(get(path("/qr.svg")))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("image/svg+xml"))
                .andExpect(content().string(org.hamcrest.Matchers.startsWith("<svg")));
    }

    @Test
    void theStreamGoesOnAfterTheLastSeenEntry() throws Exception {
        MvcResult stream = http.perform(get(path("/stream")).header("Last-Event-ID", "3"))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andReturn();
        await().atMost(Duration.ofSeconds(10)).until(() -> streamed(stream).contains("id:4"));

        scan(scanBody(UUID.randomUUID(), "ARRIVED")).andExpect(status().isCreated());
        await().atMost(Duration.ofSeconds(10)).until(() -> streamed(stream).contains("id:5"));

        assertThat(streamed(stream))
                .doesNotContain("id:3")
                .contains("event:entry")
                .contains("窗口：申请人已到场")
                .doesNotContain(PERSONAL);
        assertThat(streamed(stream).split("event:entry", -1)).hasSize(3);
    }

    @Test
    void theReconciliationIsStaleWhileTheFarSidesAreSilent() throws Exception {
        http.perform(get("/api/tracking/reconciliation"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stale").value(true));
    }

    @Test
    void nobodyElseMayRate() throws Exception {
        http.perform(json(post(path("/rating")), Map.of("caseNo", 1, "score", 1))
                        .with(Tokens.caller("s", Role.REVIEWER, Map.of())))
                .andExpect(status().isForbidden());
    }

    @Test
    void theAnomaliesAreForSupervisors() throws Exception {
        String page = "/api/tracking/supervision/shells";

        http.perform(get(page).with(Tokens.caller("s", Role.SUPERVISOR, Map.of("division", "511602"))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items").isEmpty())
                .andExpect(jsonPath("$.next").isEmpty());
        for (String wrong : List.of("cursor=x", "limit=0", "limit=many")) {
            http.perform(get(page + "?" + wrong).with(Tokens.caller("s", Role.SUPERVISOR, Map.of())))
                    .andExpect(status().isBadRequest());
        }
        http.perform(get(page).with(COUNTER)).andExpect(status().isForbidden());
        http.perform(get(page)).andExpect(status().isUnauthorized());
    }

    private String path(String rest) {
        return "/api/tracking/" + code.display() + rest;
    }

    private ResultActions scan(Map<String, Object> body) throws Exception {
        return http.perform(json(post("/api/tracking/scans"), body).with(COUNTER));
    }

    private ResultActions scan(Map<String, Object> body, String key) throws Exception {
        return http.perform(json(post("/api/tracking/scans"), body)
                .header("Idempotency-Key", key)
                .with(COUNTER));
    }

    private ResultActions rate(String who, Map<String, Object> body) throws Exception {
        return http.perform(json(post(path("/rating")), body).with(Tokens.citizen(who)));
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, Map<String, ?> body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(Json.text(body));
    }

    private Map<String, Object> scanBody(UUID scanId, String action) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("scanId", scanId.toString());
        body.put("code", code.value());
        body.put("action", action);
        body.put("window", "W03");
        body.put("occurredAt", "2026-11-23T03:00:00Z");
        body.put("items", List.of(Map.of("rid", "r2")));
        return body;
    }

    private static JsonNode body(MvcResult result) throws Exception {
        return Json.mapper().readTree(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private static String headerOf(MvcResult result, String name) {
        return String.valueOf(result.getResponse().getHeader(name));
    }

    private static String streamed(MvcResult stream) throws Exception {
        return stream.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static void assertThatTheChainHolds(JsonNode entries) {
        String previous = null;
        for (JsonNode entry : entries) {
            Map<String, @Nullable Object> hashed = new LinkedHashMap<>();
            for (String field : List.of(
                    "formula",
                    "no",
                    "source",
                    "sourceSequence",
                    "at",
                    "recordedAt",
                    "type",
                    "caseNo",
                    "previous",
                    "factsDigest")) {
                hashed.put(field, entry.get(field));
            }
            assertThat(entry.path("previous").asString(null)).isEqualTo(previous);
            assertThat(CanonicalJson.sha256Hex(hashed))
                    .isEqualTo(entry.path("hash").asString());
            previous = entry.path("hash").asString();
        }
    }
}
