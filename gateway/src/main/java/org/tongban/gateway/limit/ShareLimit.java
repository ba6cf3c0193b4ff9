package org.tongban.gateway.limit;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.tongban.gateway.Stations;
import org.tongban.gateway.address.CallerAddress;
import org.tongban.gateway.route.CallKind;
import reactor.core.publisher.Mono;

/** Nobody takes all of a scarce thing: streams, prints, uploads and downloads have a share for each caller. */
@Component
final class ShareLimit implements WebFilter, Ordered {
    private final Shares shares;
    private final CallerAddress addresses;

    ShareLimit(Shares shares, CallerAddress addresses) {
        this.shares = shares;
        this.addresses = addresses;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        @Nullable Share share = shares.of(CallKind.of(exchange.getRequest()));
        Mono<Void> onward = chain.filter(exchange);
        return share == null ? onward : share.during(Counted.of(exchange, addresses), onward);
    }

    @Override
    public int getOrder() {
        return Stations.SHARES;
    }
}
