package org.tongban.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tongban.gateway.house.Answer;
import org.tongban.gateway.house.RunningGateway;

final class PagesTest {
    private final RunningGateway gateway = RunningGateway.generous();

    @Test
    void theFrontPageSaysWhatThisIs() {
        Answer page = gateway.get("/");

        page.passed();
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.body()).contains("查询一单").contains("/docs");
    }

    @Test
    void theDocsGatherEveryServiceAndNothingFromOutside() {
        Answer page = gateway.get("/docs");

        page.passed();
        for (String service : new String[] {"identity", "catalog", "application", "tracking", "notification"}) {
            assertThat(page.body()).contains("/api/" + service + "/openapi.json");
        }
        gateway.get("/docs/docs.js").passed();
        gateway.get("/docs/style.css").passed();
        assertThat(page.body() + gateway.get("/docs/docs.js").body()).doesNotContain("http://", "https://");
    }

    @Test
    void theAddressInTheQrCodeLeadsToTheTimeline() {
        Answer answer = gateway.get("/t/7KQ2-M9XT-04HB-ZR50");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/api/tracking/7KQ2-M9XT-04HB-ZR50");
        gateway.get("/t/%E4%B8%80").problem(404, "not-found");
        gateway.get("/t/a/b").problem(404, "not-found");
    }

    @Test
    void healthIsToldWithoutDetails() {
        Answer health = gateway.get("/actuator/health/readiness");

        health.passed();
        assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
    }
}
