package org.tongban.application.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An extension is approved by a head of the case's department, and by another person than who asks for it. */
final class ExtensionTest extends StaffJourney {
    @Autowired
    private CircuitBreakerRegistry breakers;

    @BeforeEach
    void itIsAccepted() throws Exception {
        breakers.circuitBreaker("identity").reset();
        accepted(1);
    }

    @Test
    void theHeadIsKeptByIdAndNamedNowhere() throws Exception {
        theHeadIs("head-market", "市场监管", "5a0f2b7e");

        Reply extended = extend(" head-market ");

        assertThat(extended.status()).isEqualTo(200);
        assertThat(extended.text("/due/statutory")).isEqualTo("2026-11-30");
        assertThat(extended.body()).doesNotContain("head-market", "5a0f2b7e");
        String kept =
                applications.find(code).orElseThrow().state().cases().get(0).toString();
        assertThat(kept).contains("5a0f2b7e").doesNotContain("head-market");
    }

    @Test
    void oneselfAStrangerAndAnotherDepartmentsHeadApproveNothing() throws Exception {
        theHeadIs("reviewer1", "市场监管", "reviewer1");
        theHeadIs("head-fire", "消防救援", "h2");

        for (String who : new String[] {"reviewer1", "head-fire", "colleague1", "长".repeat(256)}) {
            Reply refused = extend(who);

            assertThat(refused.status()).as(who).isEqualTo(422);
            assertThat(refused.pointers()).as(who).containsExactly("/approver");
        }
        assertThat(get(owner, application()).json().at("/cases/0/extension").isNull())
                .isTrue();
    }

    @Test
    void whileIdentityIsAwayAHeadOfTheSameDayCounts() throws Exception {
        theHeadIs("head-market", "市场监管", "h1");
        step(REVIEWER, 1, "suspension", "{\"ground\": \"鉴定\", \"announced\": {\"n\": 5, \"unit\": \"工作日\"}}");
        assertThat(extend("head-market").status())
                .as("not while it is suspended")
                .isEqualTo(409);
        step(REVIEWER, 1, "resumption", "{}");
        identityIsDown();

        assertThat(extend("head-new").status()).isEqualTo(503);
        assertThat(extend("head-market").status()).isEqualTo(200);
    }

    @Test
    void afterADayNobodyIsKnownWhileIdentityIsAway() throws Exception {
        theHeadIs("head-market", "市场监管", "h1");
        assertThat(extend("head-market").status()).isEqualTo(200);
        clock.tick(Duration.ofDays(1));
        identityIsDown();

        Reply refused = extend("head-market");

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
    }

    private Reply extend(String approver) throws Exception {
        return step(
                REVIEWER,
                1,
                "extension",
                "{\"n\": 3, \"unit\": \"工作日\", \"reasons\": \"情形复杂\", \"approver\": \"" + approver + "\"}");
    }
}
