package org.tongban.gateway.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * A caller whose token verified.
 *
 * @param subject the opaque id of the person or client
 * @param until the end of the token
 */
public record SignedIn(String subject, Instant until) {
    private static final String ATTRIBUTE = SignedIn.class.getName();

    public static @Nullable SignedIn of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }

    void attachTo(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }
}
