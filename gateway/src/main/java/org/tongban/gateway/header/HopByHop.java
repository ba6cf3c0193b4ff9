package org.tongban.gateway.header;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;

/** Headers that mean one connection only and end at each hop (RFC 9110 section 7.6.1). */
final class HopByHop {
    private static final Set<String> ALWAYS = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings");

    private final Set<String> named;

    /** @param headers of the message: its {@code Connection} may name further ones */
    HopByHop(HttpHeaders headers) {
        List<String> options = headers.getConnection();
        named = options.isEmpty()
                ? Set.of()
                : options.stream()
                        .map(option -> option.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
    }

    boolean ends(String lowerCaseName) {
        return ALWAYS.contains(lowerCaseName) || named.contains(lowerCaseName);
    }
}
