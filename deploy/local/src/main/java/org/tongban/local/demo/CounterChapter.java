package org.tongban.local.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongban.local.http.Conversation;
import tools.jackson.databind.JsonNode;

/** The counter: an original is received and given back; at the end the results are collected. */
final class CounterChapter {

    private static final String SCANS = "/api/tracking/scans";

    private final Conversation counter;

    private final Narrator narrator;

    private final Clock clock;

    CounterChapter(Conversation anybody, Narrator narrator, Clock clock) {
        this.counter = anybody.as("counter1");
        this.narrator = narrator;
        this.clock = clock;
    }

    void tellOfTheOriginal(String code) {
        narrator.chapter("窗口 · the counter");
        narrator.step("counter1 scans the code: what is expected here?", "tracking-service view/Card.java");
        Agreed.same("custody of the original", "EXPECTED", custody(code, "EXPECTED"));
        narrator.outcome("the original of " + BagChapter.AT_THE_COUNTER + " is expected");
        narrator.step(
                "The original is handed in; the scanner sends its scan twice.", "tracking-service scan/Scans.java");
        Map<String, Object> received = scan(code, "ORIGINALS_RECEIVED");
        JsonNode entry = counter.post(SCANS, received).expect(201).json();
        JsonNode again = counter.post(SCANS, received).expect(200).json();
        Agreed.same(
                "the entry of the repeated scan",
                entry.path("no").asInt(),
                again.path("no").asInt());
        narrator.outcome("entry " + entry.path("no").asInt() + ", and for the second time the same entry");
        Agreed.same("custody of the original", "HELD", custody(code, "HELD"));
        narrator.step("It is checked and given back.", "application-service custody/CustodyFold.java");
        counter.post(SCANS, scan(code, "ORIGINALS_VERIFIED")).expect(201);
        counter.post(SCANS, scan(code, "ORIGINALS_RETURNED")).expect(201);
        Agreed.same("custody of the original", "RETURNED", custody(code, "RETURNED"));
        narrator.outcome("expected, held, returned: each hand is on the timeline");
    }

    void tellOfTheResults(String code, Conversation citizen) {
        narrator.chapter("送达 · delivery");
        narrator.step(
                "citizen1 collects the results; one scan delivers all three.",
                "application-service custody/CustodyFold.java");
        Map<String, Object> collected = Map.of(
                "scanId",
                UUID.randomUUID().toString(),
                "code",
                code,
                "action",
                "RESULT_COLLECTED",
                "window",
                "W03",
                "occurredAt",
                now());
        counter.post(SCANS, collected).expect(201);
        Agreed.soon(
                "the delivery of all cases",
                () -> citizen.get("/api/application/applications/" + code)
                        .expect(200)
                        .json()
                        .path("cases"),
                cases -> cases.size() == 3
                        && cases.valueStream()
                                .allMatch(each -> each.path("stage").asString().equals("DELIVERED")));
        narrator.outcome("all three cases are DELIVERED");
    }

    /** Tracking hears of the submission a moment after it, so the first look may come too early. */
    private String custody(String code, String awaited) {
        return Agreed.soon("custody " + awaited, () -> custody(code), custody -> custody.equals(awaited));
    }

    private String custody(String code) {
        JsonNode card = counter.get("/api/tracking/" + code + "/card").json();
        for (JsonNode piece : card.path("expected")) {
            if (piece.path("rid").asString().equals(BagChapter.AT_THE_COUNTER)) {
                return piece.path("custody").asString();
            }
        }
        return "not expected";
    }

    private Map<String, Object> scan(String code, String action) {
        return Map.of(
                "scanId",
                UUID.randomUUID().toString(),
                "code",
                code,
                "action",
                action,
                "window",
                "W03",
                "occurredAt",
                now(),
                "items",
                List.of(Map.of("rid", BagChapter.AT_THE_COUNTER)));
    }

    private String now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
