package org.tongban.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tongban.platform.code.Sha256;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.json.CanonicalJson;
import org.tongban.platform.kit.Tokens;
import org.tongban.platform.security.Role;
import tools.jackson.databind.JsonNode;

/** One application through the whole service: told by the application, shown, rated, proven. */
final class StoryTest extends ToldStory {
    private static final List<String> PERSONAL = List.of(OWNER, "经营者身份证明", "511602-市场监管-2026-000001", "W03", "salt");

    private final MongoDatabase database;

    StoryTest(@Autowired MongoDatabase database) {
        this.database = database;
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
        assertThatTheChainHolds(body);
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
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.view").value("OWNER"));
        scan(scanBody(UUID.randomUUID(), "ARRIVED")).andExpect(status().isCreated());
        http.perform(get(path("")).header("If-None-Match", etag))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.entries.length()").value(5));
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
    void theCodeIsReadHoweverItWasPasted() throws Exception {
        for (String pasted : List.of(
                "\u200b" + code.display(),
                "办件码：" + code.display() + "。",
                code.display().replace('-', '·'),
                code.display().replace('-', '—'))) {
            for (String door : List.of("", "/proof", "/qr.svg")) {
                http.perform(get("/api/tracking/{code}" + door, pasted)).andExpect(status().isOk());
            }
        }
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
                .andExpect(jsonPath("$.entries[4].type").value("tracking.rated.v1"))
                .andExpect(jsonPath("$.entries[4].text").value(org.hamcrest.Matchers.endsWith("已评价 5 分")));
        assertThatWhoHandlesItSeesNoScore();
        for (String collection : List.of("timelines", "comments")) {
            for (Document document : database.getCollection(collection).find()) {
                assertThat(document.toJson()).doesNotContain("王科长");
            }
        }
    }

    private void assertThatWhoHandlesItSeesNoScore() throws Exception {
        Map<String, String> there = Map.of("division", "511602", "department", "市场监管");
        for (RequestPostProcessor clerk : List.of(
                COUNTER,
                Tokens.caller("r", Role.REVIEWER, there),
                Tokens.caller("a", Role.ADMIN, Map.of("division", "511602")))) {
            http.perform(get(path("")).with(clerk))
                    .andExpect(jsonPath("$.view").value("STAFF"))
                    .andExpect(jsonPath("$.cases[0].stage").value("GRANTED"))
                    .andExpect(jsonPath("$.cases[0].rating").value((Object) null))
                    .andExpect(jsonPath("$.entries[4].text").value(org.hamcrest.Matchers.endsWith("已评价")));
        }
        http.perform(get(path("/card")).with(COUNTER))
                .andExpect(jsonPath("$.cases[0].rating").value((Object) null));
        http.perform(get(path("")).with(Tokens.caller("s", Role.SUPERVISOR, Map.of("division", "511602"))))
                .andExpect(jsonPath("$.cases[0].rating").value(5));
    }

    @Test
    void theProofHoldsWithoutUs() throws Exception {
        JsonNode proof = body(http.perform(get(path("/proof")).with(Tokens.citizen(OWNER)))
                .andExpect(status().isOk())
                .andReturn());

        assertThatTheChainHolds(proof);
        for (JsonNode entry : proof.path("entries")) {
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
    void forgettingAStrayCodeIsForAdmins() throws Exception {
        String forgotten = "/api/tracking/reconciliation/" + code.display() + "/forgotten";

        http.perform(post(forgotten).with(Tokens.citizen(OWNER))).andExpect(status().isForbidden());
        http.perform(post(forgotten).with(Tokens.caller("s", Role.SUPERVISOR, Map.of())))
                .andExpect(status().isForbidden());
        http.perform(post(forgotten)).andExpect(status().isUnauthorized());
        http.perform(post(forgotten).with(Tokens.caller("a", Role.ADMIN, Map.of())))
                .andExpect(status().isConflict());
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

    private ResultActions rate(String who, Map<String, Object> body) throws Exception {
        return http.perform(json(post(path("/rating")), body).with(Tokens.citizen(who)));
    }

    private static String headerOf(MvcResult result, String name) {
        return String.valueOf(result.getResponse().getHeader(name));
    }

    private static void assertThatTheChainHolds(JsonNode shown) {
        JsonNode entries = shown.path("entries");
        String previous = null;
        for (JsonNode entry : entries) {
            Map<String, @Nullable Object> hashed = new LinkedHashMap<>();
            assertThat(entry.path("formula").asInt()).isEqualTo(2);
            hashed.put("code", shown.get("code"));
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
