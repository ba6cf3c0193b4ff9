package org.tongban.platform.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.tongban.platform.trace.Trace;

/** Writes a refusal as a problem (RFC 9457): type, title, status, detail, instance, traceId and errors[]. */
public final class Problems {
    private Problems() {}

    public static ResponseEntity<Map<String, Object>> answer(Refusal refusal, Locale locale, String instance) {
        return answer(refusal, body(refusal, locale, instance));
    }

    public static Map<String, Object> body(Refusal refusal, Locale locale, String instance) {
        Map<String, Object> body = new LinkedHashMap<>();
        ProblemType type = refusal.type();
        body.put("type", type.uri().toString());
        body.put("title", new Said(type.zh(), type.en()).in(locale));
        body.put("status", type.status());
        body.put("detail", refusal.said().in(locale));
        body.put("instance", instance);
        body.put("traceId", traceId());
        body.putAll(refusal.members());
        if (!refusal.faults().isEmpty()) {
            body.put("errors", errors(refusal.faults(), locale));
        }
        return body;
    }

    private static List<Map<String, String>> errors(List<Refusal.Fault> faults, Locale locale) {
        return faults.stream()
                .map(fault -> Map.of(
                        "pointer", fault.pointer(), "detail", fault.said().in(locale)))
                .toList();
    }

    private static ResponseEntity<Map<String, Object>> answer(Refusal refusal, Map<String, Object> body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (refusal.retryAfter() != null) {
            headers.set(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.max(1, refusal.retryAfter().toSeconds())));
        }
        if (refusal instanceof Unauthenticated) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return new ResponseEntity<>(body, headers, refusal.type().status());
    }

    /** The id under which the logs know this request. */
    static String traceId() {
        @Nullable String known = Trace.id();
        return known != null ? known : UUID.randomUUID().toString().replace("-", "");
    }
}
