package org.tongban.application.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class StaffStepsTest extends StaffJourney {
    @Test
    void theThinStoryGoesFromAcceptanceToDelivery() throws Exception {
        Reply accepted = step(REVIEWER, 1, "acceptance", "{}");
        Reply decided = step(REVIEWER, 1, "decision", """
                {"outcome": "GRANTED", "reasons": "符合条件",
                 "result": {"number": "92511602MA000001", "validUntil": "2031-11-22"}}""");
        Reply delivered = step(REVIEWER, 1, "delivery", "{\"method\": \"ELECTRONIC\"}");

        assertThat(accepted.text("/stage")).isEqualTo("ACCEPTED");
        assertThat(accepted.text("/receiptNo")).startsWith("511602-市场监管-2026-");
        assertThat(accepted.text("/due/statutory")).isEqualTo("2026-11-25");
        assertThat(accepted.json().at("/due/promised").isNull()).isTrue();
        assertThat(accepted.header("ETag")).isEqualTo("\"2\"");
        assertThat(decided.text("/stage")).isEqualTo("GRANTED");
        assertThat(decided.text("/outcome")).isEqualTo("GRANTED");
        assertThat(delivered.text("/stage")).isEqualTo("DELIVERED");
        assertThat(get(owner, application()).text("/cases/1/stage")).isEqualTo("SUBMITTED");
    }

    @Test
    void aGrantedDocumentIsInTheOwnersStoreWithItsContent() throws Exception {
        granted(1);

        JsonNode documents = get(owner, "/api/application/documents").json().path("items");

        assertThat(documents).hasSize(1);
        assertThat(documents.at("/0/grade").asString()).isEqualTo("A");
        assertThat(documents.at("/0/kind").asString()).isEqualTo("individual-business-licence");
        Reply content = get(
                owner,
                "/api/application/documents/" + documents.at("/0/documentId").asString() + "/content");
        assertThat(content.text("/code")).isEqualTo(code.display());
        assertThat(content.json().path("caseNo").asInt()).isEqualTo(1);
        assertThat(content.text("/issuer")).isEqualTo("广安区市场监管");
        assertThat(applications.find(code).orElseThrow().state().issuing()).isNull();
    }

    @Test
    void aRefusalGivesItsReasonsAndSaysWhatCanBeDoneAgainstIt() throws Exception {
        accepted(1);

        Reply refused = step(REVIEWER, 1, "decision", "{\"outcome\": \"REFUSED\", \"reasons\": \"不符合条件\"}");

        assertThat(refused.text("/decision/reasons")).isEqualTo("不符合条件");
        assertThat(refused.text("/remedies")).contains("行政复议", "行政诉讼");
        assertThat(get(owner, application()).text("/cases/1/stage")).isEqualTo("TERMINATED");
        assertThat(get(owner, application()).json().at("/cases/1/because").asInt())
                .isEqualTo(1);
    }

    @Test
    void aRepeatedStepWithItsKeyAnswersTheSameAndADifferentOneIsRefused() throws Exception {
        Reply first = step(REVIEWER, 1, "acceptance", "{}", "Idempotency-Key", "k1");
        Reply again = step(REVIEWER, 1, "acceptance", "{}", "Idempotency-Key", "k1");
        Reply other = step(REVIEWER, 1, "acceptance", "{ }", "Idempotency-Key", "k1");
        Reply without = step(REVIEWER, 1, "acceptance", "{}");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(without.status()).isEqualTo(409);
        assertThat(without.text("/type")).endsWith("/wrong-stage");
    }

    @Test
    void aRepeatAfterTheNextStepShowsTheCaseAsItIsByThen() throws Exception {
        Reply first = step(REVIEWER, 1, "claim", "{}", "Idempotency-Key", "k1");
        step(REVIEWER, 1, "acceptance", "{}");

        Reply again = step(REVIEWER, 1, "claim", "{}", "Idempotency-Key", "k1");

        assertThat(first.text("/stage")).isEqualTo("SUBMITTED");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.text("/stage")).isEqualTo("ACCEPTED");
    }

    @Test
    void aStepOnAnOlderVersionOfTheCaseIsRefused() throws Exception {
        assertThat(step(REVIEWER, 1, "acceptance", "{}", "If-Match", "\"7\"").status())
                .isEqualTo(412);
        assertThat(step(REVIEWER, 1, "acceptance", "{}", "If-Match", "\"1\"").status())
                .isEqualTo(200);
        assertThat(step(FIRE, 3, "acceptance", "{}", "If-Match", "\"1\"").status())
                .as("another case's change is none of this one")
                .isEqualTo(200);
    }

    @Test
    void aCaseClaimedByAColleagueRefusesOthers() throws Exception {
        assertThat(step(REVIEWER, 1, "claim", "{}").status()).isEqualTo(200);
        assertThat(step(REVIEWER, 1, "claim", "{}").status()).isEqualTo(200);

        Reply refused = step(COLLEAGUE, 1, "acceptance", "{}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/type")).endsWith("/claimed");
        assertThat(step(COLLEAGUE, 1, "claim", "{}").status()).isEqualTo(409);
        assertThat(step(REVIEWER, 1, "acceptance", "{}").status()).isEqualTo(200);
    }

    @Test
    void whoIsNotOfTheDepartmentOrDivisionFindsNothing() throws Exception {
        assertThat(step(FIRE, 1, "acceptance", "{}").status()).isEqualTo(404);
        assertThat(step("reviewer~neighbour", 1, "acceptance", "{}").status()).isEqualTo(404);
        assertThat(step("reviewer~nowhere", 1, "acceptance", "{}").status()).isEqualTo(404);
        assertThat(step(REVIEWER, 9, "acceptance", "{}").status()).isEqualTo(404);
        assertThat(get("reviewer~neighbour", application()).status()).isEqualTo(404);
        assertThat(step("reviewer~city", 1, "acceptance", "{}").status()).isEqualTo(200);
    }

    @Test
    void otherRolesMayNeverTakeAStep() throws Exception {
        assertThat(step(owner, 1, "acceptance", "{}").status()).isEqualTo(403);
        assertThat(step("counter~counter1", 1, "decision", "{\"outcome\": \"GRANTED\"}")
                        .status())
                .isEqualTo(403);
        assertThat(step("", 1, "acceptance", "{}").status()).isEqualTo(401);
        assertThat(get(owner, "/api/application/worklist").status()).isEqualTo(403);
        assertThat(get(REVIEWER, "/internal/positions").status()).isEqualTo(403);
        assertThat(post(REVIEWER, "/internal/positions/code/settled", "{}").status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            acceptance      | {"x": 1}                                              | 400 | /x
            acceptance      | null                                                  | 400 |
            acceptance      | [                                                     | 400 |
            decision        | {"outcome": "MAYBE"}                                  | 400 | /outcome
            decision        | {}                                                    | 422 | /outcome
            decision        | {"outcome": "REFUSED"}                                | 422 | /reasons
            decision        | {"outcome": "REFUSED", "reasons": " "}                | 422 | /reasons
            decision        | {"outcome": "GRANTED", "result": {"validUntil": 7}}   | 400 | /result/validUntil
            non-acceptance  | {"kind": "NOT_OURS", "reasons": "不属于本机关"}       | 422 | /rightBody
            non-acceptance  | {"kind": "INCOMPLETE"}                                | 409 |
            non-acceptance  | {"kind": "INCOMPLETE", "reasons": "未提交居委会同意证明"} | 409 |
            non-acceptance  | {"kind": "INCOMPLETE", "rids": ["r99"]}               | 422 | /rids/0
            non-acceptance  | {"kind": "NOT_REQUIRED", "reasons": "无需", "rids": ["r3"]} | 422 | /rids
            suspension      | {"ground": "太忙", "announced": {"n": 5, "unit": "工作日"}} | 422 | /ground
            suspension      | {"ground": "我局内部规定第1条", "announced": {"n": 5, "unit": "工作日"}} | 422 | /ground
            suspension      | {"ground": "鉴定", "announced": {"n": 3650, "unit": "年"}} | 422 | /announced/n
            suspension      | {"ground": "鉴定", "announced": {"n": 0, "unit": "周"}} | 422 | /announced/n
            extension       | {"n": 3, "unit": "工作日", "reasons": "情形复杂"}      | 422 | /approver
            delivery        | {}                                                    | 422 | /method
            correction-notice | {"failing": []}                                     | 422 | /failing
            correction-notice | {"failing": [{"rid": "r2"}]}                        | 422 | /failing/0/reason
            correction-notice | {"failing": [{}]}                                   | 422 | /failing/0
            """)
    void whatCannotBeDoneIsNamed(String step, String body, int status, String pointer) throws Exception {
        Reply refused = step(REVIEWER, 1, step, body);

        assertThat(refused.status()).isEqualTo(status);
        if (pointer != null) {
            assertThat(refused.pointers()).contains(pointer);
        }
        assertThat(get(owner, application()).text("/cases/0/stage")).isEqualTo("SUBMITTED");
    }

    @Test
    void aMistypedCodeIsToldAsSuch() throws Exception {
        String value = code.value();
        String mistyped = value.substring(0, 15) + (value.endsWith("0") ? "1" : "0");

        Reply refused = post(REVIEWER, "/api/application/applications/" + mistyped + "/cases/1/claim", "{}");

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.text("/detail")).contains("check character");
    }

    @Test
    void aStopIsShownAndTheTimeAfterItIsCountedOn() throws Exception {
        accepted(1);

        Reply suspended =
                step(REVIEWER, 1, "suspension", "{\"ground\": \"鉴定\", \"announced\": {\"n\": 5, \"unit\": \"工作日\"}}");
        Reply resumed = step(REVIEWER, 1, "resumption", "{}");
        Reply extended = step(
                REVIEWER,
                1,
                "extension",
                "{\"n\": 3, \"unit\": \"工作日\", \"reasons\": \"情形复杂\", \"approver\": \"负责人\"}");
        Reply again = step(
                REVIEWER,
                1,
                "extension",
                "{\"n\": 1, \"unit\": \"工作日\", \"reasons\": \"情形复杂\", \"approver\": \"负责人\"}");

        assertThat(suspended.text("/stage")).isEqualTo("SUSPENDED");
        assertThat(suspended.text("/suspension/announced/unit")).isEqualTo("工作日");
        assertThat(resumed.text("/due/statutory")).isEqualTo("2026-11-25");
        assertThat(extended.text("/due/statutory")).isEqualTo("2026-11-30");
        assertThat(again.status()).isEqualTo(409);
    }

    @Test
    void theOwnerTakesBackWhatIsOpenAndAStrangerNothing() throws Exception {
        assertThat(post("citizen~stranger", application() + "/withdrawal", "{}").status())
                .isEqualTo(404);
        assertThat(get("citizen~stranger", application()).status()).isEqualTo(404);

        Reply withdrawn = post(owner, application() + "/withdrawal", "{\"reason\": \"不开了\"}");

        assertThat(withdrawn.json().path("cases"))
                .allSatisfy(each -> assertThat(each.path("stage").asString()).isEqualTo("WITHDRAWN"));
        assertThat(step(REVIEWER, 1, "decision", "{\"outcome\": \"GRANTED\"}").status())
                .isEqualTo(409);
        assertThat(post(owner, application() + "/withdrawal", "{}").status()).isEqualTo(409);
    }

    @Test
    void aReviewerSeesThePartOfTheirDepartment() throws Exception {
        Reply market = get(REVIEWER, application());

        assertThat(market.json().path("cases")).hasSize(2);
        assertThat(get(FIRE, application()).json().path("cases")).hasSize(1);
        assertThat(StreamSupport.stream(market.json().path("requirements").spliterator(), false)
                        .map(line -> line.path("rid").asString()))
                .containsExactly("r2", "r3", "r5");
    }

    @Test
    void theServiceTellsHowFarItHasTold() throws Exception {
        Reply positions = get("system~tracking-service", "/internal/positions");

        assertThat(positions.status()).isEqualTo(200);
        assertThat(positions.body()).contains(code.value());
    }
}
