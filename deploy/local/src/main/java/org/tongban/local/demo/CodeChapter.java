package org.tongban.local.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tongban.local.http.Conversation;
import tools.jackson.databind.JsonNode;

/** 全程一码: one code shows everything, and anybody can check that nothing was changed. */
final class CodeChapter {

    private static final List<String> MESSAGES = List.of(
            "application.submitted.v1",
            "application.case-accepted.v1",
            "application.correction-requested.v1",
            "application.case-decided.v1",
            "application.result-delivered.v1");

    private final Conversation anybody;

    private final Conversation citizen;

    private final Narrator narrator;

    CodeChapter(Conversation anybody, Conversation citizen, Narrator narrator) {
        this.anybody = anybody;
        this.citizen = citizen;
        this.narrator = narrator;
    }

    void tellOfTheSubmission(String code) {
        narrator.chapter("全程一码 · one code");
        narrator.step(
                "Anybody with the code sees where it is, and no name.", "tracking-service timeline/Timeline.java");
        JsonNode seen = timeline(
                anybody,
                code,
                "submission on the timeline",
                body -> body.path("entries").size() >= 1);
        Agreed.same("the cases shown", 3, seen.path("cases").size());
        narrator.outcome(seen.path("status").asString() + ": "
                + seen.path("entries").path(0).path("text").asString());
        narrator.step("A mistyped code is noticed by its check character.", "platform code/TrackingCode.java");
        anybody.get("/api/tracking/" + mistyped(code)).expect(404);
        narrator.outcome("404, without a look into the store");
    }

    void tellOfTheEnd(String code) {
        narrator.chapter("评价 · the end of it");
        rate(code);
        messages(code);
        chain(code);
        reconciliation();
    }

    private void rate(String code) {
        narrator.step("citizen1 rates case 1 with 5, once.", "tracking-service rating/Ratings.java");
        Map<String, Object> rating = Map.of("caseNo", 1, "score", 5, "comment", "办得很快");
        Agreed.soon(
                "the rating",
                () -> citizen.post("/api/tracking/" + code + "/rating", rating).status(),
                status -> status == 200 || status == 201);
        citizen.post("/api/tracking/" + code + "/rating", rating).expect(409);
        narrator.outcome("and not twice: 409");
    }

    private void messages(String code) {
        narrator.step("citizen1 has been told of everything, each once.", "notification-service inbox/Inboxes.java");
        Map<String, Integer> told = Agreed.soon(
                "the messages of " + code,
                () -> inbox(code),
                seen -> seen.values().stream().mapToInt(Integer::intValue).sum() >= 11);
        Map<String, Integer> agreed = Map.of(
                MESSAGES.get(0), 1, MESSAGES.get(1), 3, MESSAGES.get(2), 1, MESSAGES.get(3), 3, MESSAGES.get(4), 3);
        Agreed.same("the messages", agreed, told);
        narrator.outcome("1 submitted, 3 accepted, 1 correction, 3 decided, 3 delivered");
    }

    private Map<String, Integer> inbox(String code) {
        Map<String, Integer> byType = new HashMap<>();
        for (JsonNode message : citizen.get("/api/notification/inbox?limit=100")
                .expect(200)
                .json()
                .path("items")) {
            String type = message.path("type").asString();
            if (message.path("code").asString().equals(code) && MESSAGES.contains(type)) {
                byType.merge(type, 1, Integer::sum);
            }
        }
        return byType;
    }

    private void chain(String code) {
        narrator.step("Anybody reckons the chain of the timeline again.", "tracking-service timeline/Entry.java");
        JsonNode seen = timeline(
                anybody,
                code,
                "rating on the timeline",
                body -> body.path("entries")
                        .valueStream()
                        .anyMatch(entry -> entry.path("type").asString().equals("tracking.rated.v1")));
        int entries = new Chain(seen).check();
        for (JsonNode entry : seen.path("entries")) {
            narrator.outcome(String.format(
                    "%3d %s  %s  %s",
                    entry.path("no").asInt(),
                    entry.path("at").asString(),
                    entry.path("hash").asString().substring(0, 8),
                    entry.path("text").asString()));
        }
        narrator.outcome(entries + " entries, each tied to the one before");
    }

    private void reconciliation() {
        narrator.step(
                "Application, timeline and inbox agree; the page is public.",
                "tracking-service reconciliation/Reconciliation.java");
        JsonNode page = Agreed.soon(
                "a reconciliation without differences",
                () -> anybody.get("/api/tracking/reconciliation").expect(200).json(),
                seen -> seen.path("differences").asInt(-1) == 0
                        && !seen.path("stale").asBoolean(true));
        narrator.outcome(page.path("applications").asInt() + " applications, 0 differences");
    }

    private static JsonNode timeline(Conversation who, String code, String what, Predicate<JsonNode> so) {
        return Agreed.soon("the " + what, () -> who.get("/api/tracking/" + code).json(), so);
    }

    /** The same code with its first character exchanged. */
    private static String mistyped(String code) {
        return (code.charAt(0) == '7' ? '8' : '7') + code.substring(1);
    }
}
