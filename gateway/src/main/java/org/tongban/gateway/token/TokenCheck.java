package org.tongban.gateway.token;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
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
    private static final String SCHEME = "Bearer";

    private final Tokens tokens;

    TokenCheck(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        @Nullable List<String> sent = exchange.getRequest().getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (sent == null || sent.isEmpty()) {
            return chain.filter(exchange);
        }
        if (sent.size() > 1) {
            return Mono.error(Doubt.SENT_TWICE.refusal());
        }
        String authorization = sent.get(0).strip();
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return chain.filter(exchange);
        }
        String token = authorization.substring(SCHEME.length()).strip();
        @Nullable SignedIn known = tokens.known(token);
        if (known != null) {
            known.attachTo(exchange);
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
