package org.tongban.local.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.tongban.local.http.Answer;
import org.tongban.local.http.Conversation;
import tools.jackson.databind.JsonNode;

/** Two departments decide three cases that depend on each other. */
final class CaseChapter {

    /** Lines of the list that nobody but the fire service asks for. */
    private static final List<String> ONLY_CASE_3 = List.of("r9", "r10");

    private final Conversation citizen;

    private final Conversation market;

    private final Conversation fire;

    private final Narrator narrator;

    CaseChapter(Conversation anybody, Narrator narrator) {
        this.citizen = anybody.as("citizen1");
        this.market = anybody.as("reviewer1");
        this.fire = anybody.as("reviewer2");
        this.narrator = narrator;
    }

    void tell(String code) {
        narrator.chapter("审批 · two departments, three cases");
        worklist(code);
        first(code);
        second(code);
        third(code);
    }

    private void worklist(String code) {
        narrator.step(
                "reviewer1 (市场监管) finds case 1 in the worklist; reviewer2 (消防救援) does not.",
                "application-service review/WorklistResource.java");
        Agreed.that("reviewer1 should see " + code, sees(market, code));
        Agreed.that("reviewer2 should not see " + code, !sees(fire, code));
        fire.post(path(code, 1, "acceptance"), Map.of()).expect(404);
        narrator.outcome("and to reviewer2 case 1 does not exist: 404");
    }

    private void first(String code) {
        narrator.step(
                "Case 1 is accepted and granted; its licence goes into the owner's store.",
                "application-service intake/Desk.java");
        accept(market, code, 1);
        grant(market, code, 1, "GA-2026-0001");
        JsonNode application = application(code);
        Agreed.same("the stage of case 2", "SUBMITTED", stage(application, 2));
        Agreed.same("the stage of case 3", "SUBMITTED", stage(application, 3));
        narrator.outcome("the cases that waited for it are submitted with it");
    }

    private void second(String code) {
        narrator.step("reviewer1 wants a paper that is not on the list.", "application-service review/BeyondList.java");
        Answer refused = market.post(
                        path(code, 2, "correction-notice"),
                        Map.of("failing", List.of(Map.of("name", "租赁合同公证书", "reason", "另需提供"))))
                .expect(422);
        Agreed.that(
                "the refusal should be of type beyond-list",
                refused.json().path("type").asString().endsWith("/beyond-list"));
        narrator.outcome("422 beyond-list: the attempt is recorded on the timeline");
        narrator.step("reviewer1 accepts case 2 and grants it.", "application-service clock/StatutoryClock.java");
        accept(market, code, 2);
        grant(market, code, 2, "SP-2026-0001");
    }

    private void third(String code) {
        narrator.step(
                "reviewer2 asks, once and for everything, to correct two lines of case 3.",
                "application-service intake/Correction.java");
        JsonNode asked = fire.post(
                        path(code, 3, "correction-notice"),
                        Map.of(
                                "failing",
                                ONLY_CASE_3.stream()
                                        .map(rid -> Map.of("rid", rid, "reason", "请补充签章"))
                                        .toList()))
                .expect(200)
                .json();
        Agreed.same(
                "the stage of case 3",
                "CORRECTION_REQUESTED",
                asked.path("stage").asString());
        narrator.step(
                "citizen1 answers every line; a second notice is refused.",
                "application-service intake/Correction.java");
        JsonNode answered = citizen.post(
                        path(code, 3, "correction"),
                        Map.of(
                                "answers",
                                ONLY_CASE_3.stream()
                                        .map(rid -> Map.of("rid", rid, "bringOriginal", true))
                                        .toList()))
                .expect(200)
                .json();
        Agreed.same("the stage of case 3", "SUBMITTED", answered.path("stage").asString());
        fire.post(
                        path(code, 3, "correction-notice"),
                        Map.of("failing", List.of(Map.of("rid", ONLY_CASE_3.get(0), "reason", "再次补正"))))
                .expect(409);
        narrator.step("reviewer2 accepts case 3 and grants it.", "application-service intake/Desk.java");
        accept(fire, code, 3);
        grant(fire, code, 3, "XF-2026-0001");
    }

    private void accept(Conversation reviewer, String code, int caseNo) {
        JsonNode accepted = reviewer.post(path(code, caseNo, "acceptance"), Map.of())
                .expect(200)
                .json();
        Agreed.same(
                "the stage of case " + caseNo,
                "ACCEPTED",
                accepted.path("stage").asString());
        narrator.outcome("case " + caseNo + " accepted, receipt "
                + accepted.path("receiptNo").asString() + ", due "
                + accepted.path("due").path("statutory").asString());
    }

    private void grant(Conversation reviewer, String code, int caseNo, String number) {
        JsonNode granted = reviewer.post(
                        path(code, caseNo, "decision"),
                        Map.of(
                                "outcome",
                                "GRANTED",
                                "reasons",
                                "材料齐全，符合法定形式",
                                "result",
                                Map.of("number", number, "validUntil", "2031-12-31")))
                .expect(200)
                .json();
        Agreed.same(
                "the outcome of case " + caseNo,
                "GRANTED",
                granted.path("outcome").asString());
        narrator.outcome("case " + caseNo + " granted: " + number);
    }

    private JsonNode application(String code) {
        return citizen.get("/api/application/applications/" + code).expect(200).json();
    }

    private static boolean sees(Conversation reviewer, String code) {
        String page = "/api/application/worklist?limit=100";
        JsonNode answer = reviewer.get(page).expect(200).json();
        while (!lists(answer, code) && answer.path("next").isString()) {
            String cursor = URLEncoder.encode(answer.path("next").asString(), StandardCharsets.UTF_8);
            answer = reviewer.get(page + "&cursor=" + cursor).expect(200).json();
        }
        return lists(answer, code);
    }

    private static boolean lists(JsonNode page, String code) {
        for (JsonNode item : page.path("items")) {
            if (item.path("code").asString().equals(code)) {
                return true;
            }
        }
        return false;
    }

    private static String stage(JsonNode application, int caseNo) {
        return application.path("cases").path(caseNo - 1).path("stage").asString();
    }

    private static String path(String code, int caseNo, String step) {
        return "/api/application/applications/" + code + "/cases/" + caseNo + "/" + step;
    }
}
