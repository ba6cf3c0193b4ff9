package org.tongban.gateway.limit;

import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.tongban.gateway.Stations;
import org.tongban.gateway.address.CallerAddress;
import reactor.core.publisher.Mono;

/** So many requests per second from one address. */
@Component
final class AddressLimit implements WebFilter, Ordered {
    private final CallerAddress callers;
    private final Buckets buckets;

    AddressLimit(CallerAddress callers, LimitSettings settings) {
        this.callers = callers;
        buckets = new Buckets(settings.address(), settings.keptBuckets());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Object caller = CallerAddress.countedAs(callers.of(exchange.getRequest()));
        return buckets.take(caller, chain.filter(exchange));
    }

    @Override
    public int getOrder() {
        return Stations.ADDRESS_LIMIT;
    }
}
