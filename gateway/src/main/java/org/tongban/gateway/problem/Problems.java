package org.tongban.gateway.problem;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a refusal as the bytes of a problem: type, title, status, detail, instance, traceId (RFC 9457). */
@Component
final class Problems {
    static final String MEDIA_TYPE = "application/problem+json";

    private final JsonMapper json = JsonMapper.builder().build();

    byte[] write(Refusal refusal, Language language, String instance, String traceId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", refusal.type().uri());
        body.put("title", refusal.type().title(language));
        body.put("status", refusal.type().status());
        body.put("detail", refusal.detail(language));
        if (!instance.isEmpty()) {
            body.put("instance", instance);
        }
        body.put("traceId", traceId);
        return json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    }
}
