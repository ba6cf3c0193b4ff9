package org.tongban.gateway.token;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Finds the bearer token of a request. */
final class Bearer {
    private static final String SCHEME = "Bearer";

    private Bearer() {}

    /** The token, or nothing when the caller sent none; more than one header is no token. */
    static @Nullable String of(ServerHttpRequest request) {
        @Nullable List<String> sent = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (sent == null || sent.size() != 1) {
            return null;
        }
        String authorization = sent.get(0).strip();
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? authorization.substring(SCHEME.length()).strip()
                : null;
    }

    static boolean isSentTwice(ServerHttpRequest request) {
        @Nullable List<String> sent = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        return sent != null && sent.size() > 1;
    }
}
