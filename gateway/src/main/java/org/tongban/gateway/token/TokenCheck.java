package org.tongban.gateway.token;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.tongban.gateway.Stations;
import reactor.core.publisher.Mono;

/**
 * A bearer that does not verify is refused, on public paths too: a caller who believes to be signed in must learn that
 * it is not. Without a token the services decide.
 */
@Component
final class TokenCheck implements WebFilter, Ordered {
    private final Tokens tokens;

    TokenCheck(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (Bearer.isSentTwice(exchange.getRequest())) {
            return Mono.error(Doubt.SENT_TWICE.refusal());
        }
        @Nullable String token = Bearer.of(exchange.getRequest());
        if (token == null || SignedIn.of(exchange) != null) {
            return chain.filter(exchange);
        }
        return tokens.verify(token)
                .doOnNext(caller -> caller.attachTo(exchange))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    @Override
    public int getOrder() {
        return Stations.TOKEN;
    }
}
