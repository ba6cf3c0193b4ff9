package org.tongban.gateway.limit;

import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.tongban.gateway.Stations;
import org.tongban.gateway.address.CallerAddress;
import org.tongban.gateway.token.Standing;
import reactor.core.publisher.Mono;

/**
 * So many requests per second from one address, of those who come without a token or with one that must be verified
 * first. Whoever signed in is counted by {@link PersonLimit} alone.
 */
@Component
final class AddressLimit implements WebFilter, Ordered {
    private final CallerAddress callers;
    private final AddressBuckets buckets;
    private final LimitSettings settings;

    AddressLimit(CallerAddress callers, AddressBuckets buckets, LimitSettings settings) {
        this.callers = callers;
        this.buckets = buckets;
        this.settings = settings;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Mono<Void> onward = chain.filter(exchange);
        return switch (Standing.of(exchange)) {
            case SIGNED_IN, KNOWN -> onward;
            case STRANGE -> buckets.unverified().take(address(exchange), 1, onward);
            case GUEST -> buckets.guests().take(address(exchange), settings.weight(exchange.getRequest()), onward);
        };
    }

    private Object address(ServerWebExchange exchange) {
        return CallerAddress.countedAs(callers.of(exchange.getRequest()));
    }

    @Override
    public int getOrder() {
        return Stations.ADDRESS_LIMIT;
    }
}
