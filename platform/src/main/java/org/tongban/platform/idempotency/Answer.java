package org.tongban.platform.idempotency;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.tongban.platform.json.Json;
import org.tongban.platform.problem.Problems;
import org.tongban.platform.problem.Refusal;

/**
 * An HTTP answer that can be stored and given again.
 *
 * @param status the HTTP status
 * @param location of what was created
 * @param etag the version, without quotes
 * @param mediaType of the body
 * @param body JSON text
 */
public record Answer(
        int status, @Nullable String location, @Nullable String etag, String mediaType, String body) {
    public static Answer ok(Object body) {
        return new Answer(200, null, null, MediaType.APPLICATION_JSON_VALUE, Json.text(body));
    }

    public static Answer created(URI location, Object body) {
        return new Answer(201, location.toString(), null, MediaType.APPLICATION_JSON_VALUE, Json.text(body));
    }

    /** For a refusal that leaves a trace in the state, so that it is stored with it. */
    public static Answer refused(Refusal refusal, Locale locale, String instance) {
        Map<String, Object> problem = Problems.body(refusal, locale, instance);
        return new Answer(
                refusal.type().status(), null, null, MediaType.APPLICATION_PROBLEM_JSON_VALUE, Json.text(problem));
    }

    public Answer withEtag(String version) {
        return new Answer(status, location, version, mediaType, body);
    }

    public ResponseEntity<String> toResponse() {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(status).header(HttpHeaders.CONTENT_TYPE, mediaType);
        if (location != null) {
            response.header(HttpHeaders.LOCATION, location);
        }
        if (etag != null) {
            response.eTag(etag);
        }
        return response.body(body);
    }
}
