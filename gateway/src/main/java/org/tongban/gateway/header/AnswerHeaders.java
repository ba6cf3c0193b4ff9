package org.tongban.gateway.header;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.tongban.gateway.Stations;
import org.tongban.gateway.address.PublicAddress;
import reactor.core.publisher.Mono;

/**
 * Security headers on every answer. What a far side has set itself stays: the sign-on pages need frames and a content
 * policy of their own.
 */
@Component
final class AnswerHeaders implements WebFilter, Ordered {
    private static final String PAGE_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final boolean https;

    AnswerHeaders(PublicAddress address) {
        https = "https".equals(address.base().getScheme());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> {
            complete(exchange.getResponse().getHeaders());
            return Mono.empty();
        });
        return chain.filter(exchange);
    }

    private void complete(HttpHeaders headers) {
        setIfAbsent(headers, "X-Content-Type-Options", "nosniff");
        setIfAbsent(headers, "Referrer-Policy", "no-referrer");
        setIfAbsent(headers, "X-Frame-Options", "DENY");
        String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.startsWith("text/html")) {
            setIfAbsent(headers, "Content-Security-Policy", PAGE_POLICY);
        }
        if (https) {
            setIfAbsent(headers, "Strict-Transport-Security", "max-age=31536000");
        }
    }

    private static void setIfAbsent(HttpHeaders headers, String name, String value) {
        if (!headers.containsHeader(name)) {
            headers.set(name, value);
        }
    }

    @Override
    public int getOrder() {
        return Stations.ANSWER_HEADERS;
    }
}
