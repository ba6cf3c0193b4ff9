package org.tongban.gateway.route;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** What is asked for, as far as patience and shares go. */
public enum CallKind {
    /** Changes nothing and may be asked again. */
    READ,
    /** Everything else with a body that is no file, or with none. */
    WRITE,
    /** A multipart body: a file, an import. */
    UPLOAD,
    /** A file or an export as the answer. */
    DOWNLOAD,
    /** An answer that is set in type when it is asked for. */
    PRINT,
    /** An answer that does not end by itself. */
    STREAM;

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String MULTIPART = "multipart/";

    public static CallKind of(ServerHttpRequest request) {
        if (isMultipart(request.getHeaders())) {
            return UPLOAD;
        }
        if (!isSafe(request.getMethod())) {
            return WRITE;
        }
        return answered(request.getURI().getRawPath());
    }

    private static CallKind answered(String path) {
        if (!path.startsWith("/api/")) {
            return READ;
        }
        if (FarSides.isStream(path)) {
            return STREAM;
        }
        if (path.endsWith(".pdf")) {
            return PRINT;
        }
        return path.endsWith("/content") || path.endsWith(".ndjson") ? DOWNLOAD : READ;
    }

    public static boolean isMultipart(HttpHeaders headers) {
        @Nullable String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        return type != null && type.regionMatches(true, 0, MULTIPART, 0, MULTIPART.length());
    }

    /** Whether a request of this method may be sent a second time (RFC 9110 section 9.2.1). */
    static boolean isSafe(HttpMethod method) {
        return SAFE.contains(method);
    }
}
