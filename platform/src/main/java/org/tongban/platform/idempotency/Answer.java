package org.tongban.platform.idempotency;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.tongban.platform.json.Json;

/**
 * An HTTP answer to a command.
 *
 * @param status the HTTP status
 * @param location of what was created
 * @param etag the version, without quotes
 * @param body JSON text
 */
public record Answer(
        int status, @Nullable String location, @Nullable String etag, String body) {
    public static Answer ok(Object body) {
        return of(CommandResult.ok(), body);
    }

    public static Answer created(URI location, Object body) {
        return of(CommandResult.created(location), body);
    }

    /** @param body what is shown of the state now, whenever the command was carried out */
    public static Answer of(CommandResult result, Object body) {
        return new Answer(result.status(), result.location(), result.etag(), Json.text(body));
    }

    public Answer withEtag(String version) {
        return new Answer(status, location, version, body);
    }

    CommandResult result() {
        return new CommandResult(status, location, etag);
    }

    public ResponseEntity<String> toResponse() {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
        if (location != null) {
            response.header(HttpHeaders.LOCATION, location);
        }
        if (etag != null) {
            response.eTag(etag);
        }
        return response.body(body);
    }
}
