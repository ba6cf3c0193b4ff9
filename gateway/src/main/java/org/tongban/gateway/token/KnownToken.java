package org.tongban.gateway.token;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.tongban.gateway.Stations;
import reactor.core.publisher.Mono;

/** Finds tokens that verified a moment ago, without checking anything anew. */
@Component
final class KnownToken implements WebFilter, Ordered {
    private final Tokens tokens;

    KnownToken(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        @Nullable String token = Bearer.of(exchange.getRequest());
        if (token != null) {
            @Nullable SignedIn known = tokens.known(token);
            if (known != null) {
                known.attachTo(exchange);
            }
            standing(token, known).attachTo(exchange);
        }
        return chain.filter(exchange);
    }

    private Standing standing(String token, @Nullable SignedIn known) {
        if (known != null) {
            return Standing.SIGNED_IN;
        }
        return tokens.verifiedOnce(token) ? Standing.KNOWN : Standing.STRANGE;
    }

    @Override
    public int getOrder() {
        return Stations.KNOWN_TOKEN;
    }
}
