package org.tongban.application.document;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.tongban.application.RunningService;
import org.tongban.application.intake.Applications;
import org.tongban.application.intake.Intake;
import org.tongban.application.intake.Samples;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.code.TrackingCode;
import tools.jackson.databind.JsonNode;

/** The reviewer of a case learns who the applicant is proved to be, and the applicant that they did. */
@ExtendWith(OutputCaptureExtension.class)
final class ApplicantsTest extends RunningService {
    private static final String REVIEWER = "reviewer~reviewer1";
    private static final String LOOKS = "/api/application/looks";

    private final String ownerId = OpaqueId.next();
    private final String owner = "citizen~" + ownerId;
    private final TrackingCode code = TrackingCode.draw(new SecureRandom());

    @Autowired
    private Intake intake;

    @Autowired
    private Applications applications;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @BeforeEach
    void submittedBySomebodyVerified() {
        breakers.circuitBreaker("identity").reset();
        intake.open(Samples.bag(code, ownerId, "511602"));
        isCalled("""
                {"verified": true, "name": "张安然", "residentId": "511***********0010",
                 "verifiedAt": "2026-11-01T00:00:00.000Z", "a": "field we do not know"}""");
    }

    @Test
    void theReviewerOfTheCaseIsToldTheVerifiedNameAndItsOwnerSeesTheLook(CapturedOutput output) throws Exception {
        Reply told = get(REVIEWER, applicant(1));
        get(REVIEWER, applicant(1));

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.json().path("verified").asBoolean()).isTrue();
        assertThat(told.text("/name")).isEqualTo("张安然");
        assertThat(told.text("/residentId")).isEqualTo("511***********0010");
        assertThat(told.header("Cache-Control")).isEqualTo("no-store");
        IDENTITY.verify(getRequestedFor(urlEqualTo("/internal/people/" + ownerId + "/name"))
                .withHeader("Authorization", equalTo("Bearer t1")));
        JsonNode looks = get(owner, LOOKS).json().path("items");
        assertThat(looks).as("once an hour").hasSize(1);
        assertThat(looks.at("/0/what").asString()).isEqualTo("APPLICANT");
        assertThat(looks.at("/0/documentId").isNull()).isTrue();
        assertThat(looks.at("/0/department").asString()).isEqualTo("市场监管");
        assertThat(looks.at("/0/who").asString()).matches("[0-9a-f]{20}");
        assertThat(output.getAll()).doesNotContain("张安然");
        assertThat(applications.find(code).orElseThrow().document().toJson()).doesNotContain("张安然");
    }

    @Test
    void whoIsNotVerifiedIsSaidToBeSo() throws Exception {
        isCalled("{\"verified\": false, \"name\": null}");

        Reply told = get(REVIEWER, applicant(1));

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.json().path("verified").asBoolean(true)).isFalse();
        assertThat(told.json().path("name").isNull()).isTrue();
    }

    @Test
    void nobodyElseIsTold() throws Exception {
        for (String stranger : List.of("reviewer~reviewer2", "reviewer~neighbour")) {
            assertThat(get(stranger, applicant(1)).status()).as(stranger).isEqualTo(404);
        }
        for (String other : List.of("counter~counter1", "citizen~citizen2", owner)) {
            assertThat(get(other, applicant(1)).status()).as(other).isEqualTo(403);
        }
        assertThat(get("", applicant(1)).status()).isEqualTo(401);
        assertThat(get(REVIEWER, applicant(2)).status()).as("the case waits").isEqualTo(404);
        assertThat(get(REVIEWER, applicant(9)).status()).isEqualTo(404);
        IDENTITY.verify(0, getRequestedFor(urlEqualTo("/internal/people/" + ownerId + "/name")));
        assertThat(get(owner, LOOKS).json().path("items")).isEmpty();
    }

    @Test
    void aWithdrawnApplicationTellsNobody() throws Exception {
        post(owner, "/api/application/applications/" + code.display() + "/withdrawal", "{}");

        assertThat(get(REVIEWER, applicant(1)).status()).isEqualTo(404);
    }

    @Test
    void whileIdentityIsAwayNothingIsToldAndNothingNoted() throws Exception {
        identityIsDown();

        Reply refused = get(REVIEWER, applicant(1));

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(get(owner, LOOKS).json().path("items")).isEmpty();
    }

    private void isCalled(String answer) {
        IDENTITY.stubFor(WireMock.get("/internal/people/" + ownerId + "/name").willReturn(okJson(answer)));
    }

    private String applicant(int no) {
        return "/api/application/applications/" + code.display() + "/cases/" + no + "/applicant";
    }
}
