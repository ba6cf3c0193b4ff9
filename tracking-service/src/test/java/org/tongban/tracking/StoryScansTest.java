package org.tongban.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import org.tongban.platform.kit.Tokens;
import tools.jackson.databind.JsonNode;

/** What the counters scan of one application, one by one and in batches. */
final class StoryScansTest extends ToldStory {
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
    void whateverTheScannerPutsAroundTheCodeIsUnderstood() throws Exception {
        for (String typed : List.of(
                "\u200b" + code.display(),
                "\ufeff办件码：" + code.display().replace('-', '·') + "。",
                "https://tongban.example/t/" + code.value().toLowerCase(java.util.Locale.ROOT) + "/?from=qr",
                code.value() + "\r\n")) {
            Map<String, Object> body = new java.util.HashMap<>(scanBody(UUID.randomUUID(), "ARRIVED"));
            body.put("code", typed);
            scan(body).andExpect(status().isCreated());
        }

        Map<String, Object> mistyped = new java.util.HashMap<>(scanBody(UUID.randomUUID(), "ARRIVED"));
        mistyped.put(
                "code", "办件码：" + code.value().substring(0, 15) + (code.value().endsWith("A") ? "B" : "A"));
        scan(mistyped)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/code"));
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
    void aScanFromBeyondReasonIsRefused() throws Exception {
        for (String when : List.of(
                "9999-12-31T23:59:59Z",
                "2020-01-01T00:00:00Z",
                now.minus(Duration.ofDays(31)).toString())) {
            Map<String, Object> wrong = scanBody(UUID.randomUUID(), "ARRIVED");
            wrong.put("occurredAt", when);
            scan(wrong)
                    .andExpect(status().is(422))
                    .andExpect(jsonPath("$.errors[0].pointer").value("/occurredAt"));
        }
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

    private ResultActions scan(Map<String, Object> body, String key) throws Exception {
        return http.perform(json(post("/api/tracking/scans"), body)
                .header("Idempotency-Key", key)
                .with(COUNTER));
    }
}
