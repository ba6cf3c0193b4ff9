package org.tongban.gateway.token;

import org.springframework.web.server.ServerWebExchange;

/** What was known of a caller before any signature was checked for it. */
public enum Standing {
    /** Has no bearer token. */
    GUEST,
    /** Has a token that verified a moment ago. */
    SIGNED_IN,
    /** Has a token that verified once and is to be verified again. */
    KNOWN,
    /** Has a token that never verified here. */
    STRANGE;

    private static final String ATTRIBUTE = Standing.class.getName();

    public static Standing of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE) instanceof Standing standing ? standing : GUEST;
    }

    void attachTo(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }
}
