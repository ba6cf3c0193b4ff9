package org.tongban.gateway.limit;

import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.tongban.gateway.Stations;
import org.tongban.gateway.token.SignedIn;
import reactor.core.publisher.Mono;

/** So many requests per second of one signed-in person or client, from wherever. */
@Component
final class PersonLimit implements WebFilter, Ordered {
    private final Buckets buckets;

    PersonLimit(LimitSettings settings) {
        buckets = new Buckets(settings.person(), settings.keptBuckets());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        SignedIn caller = SignedIn.of(exchange);
        return caller == null ? chain.filter(exchange) : buckets.take(caller.subject(), chain.filter(exchange));
    }

    @Override
    public int getOrder() {
        return Stations.PERSON_LIMIT;
    }
}
