package org.tongban.application.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tongban.platform.event.Source;

final class CorrectionTest extends StaffJourney {
    private static final String NOTICE = "{\"failing\": [{\"rid\": \"r3\", \"reason\": \"照片不清晰\"}]}";
    private static final String BROUGHT = "{\"answers\": [{\"rid\": \"r3\", \"bringOriginal\": true}]}";

    @Test
    void aNoticeIsAnsweredAndTheCaseIsSubmittedAgain() throws Exception {
        Reply asked = step(REVIEWER, 1, "correction-notice", NOTICE);
        Reply answered = step(owner, 1, "correction", BROUGHT);

        assertThat(asked.text("/stage")).isEqualTo("CORRECTION_REQUESTED");
        assertThat(asked.text("/correction/failing/0/reason")).isEqualTo("照片不清晰");
        assertThat(answered.status()).isEqualTo(200);
        assertThat(answered.text("/stage")).isEqualTo("SUBMITTED");
        assertThat(get(owner, application()).text("/requirements/1/state")).isEqualTo("BRING_ORIGINAL");
        assertThat(step(REVIEWER, 1, "correction-notice", NOTICE).status()).isEqualTo(409);
    }

    @Test
    void whatIsNotOnTheListIsRefusedAndTold() throws Exception {
        long told = told();

        Reply unknown = beyond("{\"rid\": \"r99\", \"reason\": \"缺少\"}");
        Reply anotherItems =
                step(FIRE, 3, "correction-notice", "{\"failing\": [{\"rid\": \"r2\", \"reason\": \"缺少\"}]}");
        Reply named = beyond("{\"name\": \"计划生育证明\"}");

        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text("/type")).endsWith("/beyond-list");
        assertThat(unknown.pointers()).containsExactly("/failing/0/rid");
        assertThat(anotherItems.status()).isEqualTo(422);
        assertThat(named.status()).isEqualTo(422);
        assertThat(named.pointers()).containsExactly("/failing/0/name");
        assertThat(told()).isEqualTo(told + 3);
        assertThat(get(owner, application()).text("/cases/0/stage")).isEqualTo("SUBMITTED");
    }

    @Test
    void aRefusalBeyondTheListIsRememberedWithItsKey() throws Exception {
        String body = "{\"failing\": [{\"name\": \"计划生育证明\"}]}";

        Reply first = step(REVIEWER, 1, "correction-notice", body, "Idempotency-Key", "n1");
        long told = told();
        Reply again = step(REVIEWER, 1, "correction-notice", body, "Idempotency-Key", "n1");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text("/type")).isEqualTo(first.text("/type"));
        assertThat(again.pointers()).isEqualTo(first.pointers()).isNotEmpty();
        assertThat(told()).isEqualTo(told);
    }

    @Test
    void anAnswerCoversEveryFailingLineAndNothingElse() throws Exception {
        step(REVIEWER, 1, "correction-notice", """
                {"failing": [{"rid": "r2", "reason": "过期"}, {"rid": "r3", "reason": "不清晰"}]}""");

        Reply half = step(owner, 1, "correction", BROUGHT);
        Reply foreign = step(owner, 1, "correction", "{\"answers\": [{\"rid\": \"r5\", \"bringOriginal\": true}]}");
        Reply empty = step(owner, 1, "correction", "{\"answers\": [{\"rid\": \"r3\"}, {\"rid\": \"r2\"}]}");
        Reply theirs = step(owner, 1, "correction", """
                {"answers": [{"rid": "r2", "bringOriginal": true}, {"rid": "r3", "documentIds": ["d-of-somebody"]}]}""");

        assertThat(half.status()).isEqualTo(422);
        assertThat(foreign.status()).isEqualTo(422);
        assertThat(empty.status()).isEqualTo(422);
        assertThat(theirs.status()).isEqualTo(422);
        assertThat(get(owner, application()).text("/cases/0/stage")).isEqualTo("CORRECTION_REQUESTED");
    }

    @Test
    void aStrangerCannotAnswer() throws Exception {
        step(REVIEWER, 1, "correction-notice", NOTICE);

        assertThat(step("citizen~stranger", 1, "correction", BROUGHT).status()).isEqualTo(404);
        assertThat(step(REVIEWER, 1, "correction", BROUGHT).status()).isEqualTo(403);
    }

    @Test
    void anAnswerWithoutANoticeIsTooEarly() throws Exception {
        assertThat(step(owner, 1, "correction", BROUGHT).status()).isEqualTo(409);
    }

    @Test
    void aNoticeAfterFiveWorkingDaysIsTooLate() throws Exception {
        clock.tick(Duration.ofDays(7));

        assertThat(step(REVIEWER, 1, "correction-notice", NOTICE).status()).isEqualTo(409);
    }

    @Test
    void aDemandBeyondTheListIsRefusedAndToldInEveryStage() throws Exception {
        accepted(1);
        long told = told();

        Reply named = beyond("{\"name\": \"计划生育证明\"}");
        Reply onTheList = step(REVIEWER, 1, "correction-notice", NOTICE, "Idempotency-Key", "n2");
        Reply again = step(REVIEWER, 1, "correction-notice", NOTICE, "Idempotency-Key", "n2");
        Reply incomplete = step(REVIEWER, 1, "non-acceptance", "{\"kind\": \"INCOMPLETE\", \"rids\": [\"r99\"]}");

        assertThat(named.status()).isEqualTo(422);
        assertThat(named.text("/type")).endsWith("/beyond-list");
        assertThat(onTheList.status()).as("what was accepted sufficed").isEqualTo(409);
        assertThat(again.status()).isEqualTo(409);
        assertThat(incomplete.status()).isEqualTo(422);
        assertThat(incomplete.text("/type")).endsWith("/beyond-list");
        assertThat(told()).isEqualTo(told + 3);
        step(REVIEWER, 1, "decision", "{\"outcome\": \"REFUSED\", \"reasons\": \"不符合条件\"}");
        assertThat(beyond("{\"name\": \"计划生育证明\"}").status()).isEqualTo(422);
        assertThat(told()).as("and of two cases that end with it").isGreaterThanOrEqualTo(told + 5);
    }

    @Test
    void whatWasNotPutRightInTimeIsNamedByItsLines() throws Exception {
        Reply asked = step(REVIEWER, 1, "correction-notice", NOTICE);
        String body = "{\"kind\": \"INCOMPLETE\", \"rids\": [\"r3\"]}";

        Reply early = step(REVIEWER, 1, "non-acceptance", body);
        clock.tick(Duration.ofDays(13));
        Reply words = step(
                REVIEWER,
                1,
                "non-acceptance",
                "{\"kind\": \"INCOMPLETE\", \"rids\": [\"r3\"], \"reasons\": \"未提交居委会同意证明\"}");
        Reply late = step(REVIEWER, 1, "non-acceptance", body);

        assertThat(asked.text("/correction/answerUntil")).isEqualTo("2026-12-04");
        assertThat(early.status()).isEqualTo(409);
        assertThat(words.status()).isEqualTo(422);
        assertThat(words.pointers()).containsExactly("/reasons");
        assertThat(late.text("/stage")).isEqualTo("NOT_ACCEPTED");
        assertThat(late.text("/nonAcceptance/rids/0")).isEqualTo("r3");
    }

    @Test
    void aNoticeThatWasSentByMistakeEndsInAnAcceptance() throws Exception {
        step(REVIEWER, 1, "correction-notice", NOTICE);

        assertThat(step(REVIEWER, 1, "acceptance", "{}").text("/stage")).isEqualTo("ACCEPTED");
        assertThat(step(owner, 1, "correction", BROUGHT).status()).isEqualTo(409);
    }

    private Reply beyond(String asked) throws Exception {
        return step(REVIEWER, 1, "correction-notice", "{\"failing\": [" + asked + "]}");
    }

    private long told() {
        return applications.find(code).orElseThrow().told(new Source("application"));
    }
}
