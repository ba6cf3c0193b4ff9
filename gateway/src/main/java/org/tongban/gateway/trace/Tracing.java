package org.tongban.gateway.trace;

import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.tongban.gateway.Stations;
import reactor.core.publisher.Mono;

/** Gives every request its trace before anything can refuse it. */
@Component
final class Tracing implements WebFilter, Ordered {
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Trace.continuing(exchange.getRequest().getHeaders().getFirst(Trace.HEADER))
                .attachTo(exchange);
        return chain.filter(exchange);
    }

    @Override
    public int getOrder() {
        return Stations.TRACE;
    }
}
