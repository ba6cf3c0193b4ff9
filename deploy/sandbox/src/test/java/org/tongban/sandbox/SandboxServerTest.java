package org.tongban.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxServerTest {

    private WireMockServer server = new WireMockServer();

    @BeforeAll
    void start() {
        server = SandboxServer.start(0);
    }

    @AfterAll
    void stop() {
        server.stop();
    }

    @Test
    void aTestPersonOfTheRegistryMatches() throws Exception {
        HttpResponse<String> answer = post("/real-name/check", """
                {"name": "张安然", "residentId": "511602188001010017"}""");

        assertThat(answer.body()).contains("\"MATCH\"");
    }

    @Test
    void aTestPersonWithAnotherNameDoesNotMatch() throws Exception {
        HttpResponse<String> answer = post("/real-name/check", """
                {"name": "错安然", "residentId": "511602188001010017"}""");

        assertThat(answer.body()).contains("\"NO_MATCH\"");
    }

    @Test
    void theRegistryKnowsNobodyWhoCouldBeReal() throws Exception {
        HttpResponse<String> answer = post("/real-name/check", """
                {"name": "张安然", "residentId": "511602198001010018"}""");

        assertThat(answer.body()).contains("\"UNKNOWN\"");
    }

    @Test
    void anSmsIsAcceptedUnlessItsNumberIsNotInUse() throws Exception {
        HttpResponse<String> accepted = post("/sms/messages", """
                {"to": "13800001234", "text": "已受理"}""");
        HttpResponse<String> refused = post("/sms/messages", """
                {"to": "13800000000", "text": "已受理"}""");

        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(refused.statusCode()).isEqualTo(422);
    }

    @Test
    void aPaymentNamesItsOrder() throws Exception {
        HttpResponse<String> answer = post("/payments", """
                {"order": "A-17", "amount": "120.00", "currency": "CNY"}""");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("\"A-17\"").contains("PAID");
    }

    @Test
    void aCourierGivesAWaybill() throws Exception {
        HttpResponse<String> answer = post("/courier/shipments", """
                {"to": "广安区", "code": "7KQ2M9XT04HBZR50"}""");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).containsPattern("SB[0-9]{12}");
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
