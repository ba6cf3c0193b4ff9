package org.tongban.gateway.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back through the gateway. */
public record Answer(HttpResponse<String> response) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    /** The one value of a header; empty when it is not there. */
    public String header(String name) {
        assertThat(response.headers().allValues(name)).hasSizeLessThan(2);
        return response.headers().firstValue(name).orElse("");
    }

    /** A whole problem of this kind, and nothing less. */
    public JsonNode problem(int status, String kind) {
        assertThat(status()).as(body()).isEqualTo(status);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = JSON.readTree(body());
        assertThat(problem.path("type").asString()).isEqualTo("https://tongban.org/problems/" + kind);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("instance").asString())
                .isEqualTo(response.request().uri().getRawPath());
        assertThat(problem.path("traceId").asString()).matches("[0-9a-f]{32}");
        assertThat(header("X-Content-Type-Options")).isEqualTo("nosniff");
        return problem;
    }

    public void passed() {
        assertThat(status()).as(body()).isEqualTo(200);
    }
}
