package org.tongban.gateway.limit;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.tongban.gateway.Stations;
import org.tongban.gateway.address.CallerAddress;
import org.tongban.gateway.token.SignedIn;
import org.tongban.gateway.token.Standing;
import reactor.core.publisher.Mono;

/** So many requests per second of one signed-in person or client, from wherever. */
@Component
final class PersonLimit implements WebFilter, Ordered {
    private final CallerAddress callers;
    private final AddressBuckets addresses;
    private final LimitSettings settings;
    private final Buckets persons;

    PersonLimit(CallerAddress callers, AddressBuckets addresses, LimitSettings settings) {
        this.callers = callers;
        this.addresses = addresses;
        this.settings = settings;
        persons = new Buckets(settings.person(), settings.keptBuckets());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        @Nullable SignedIn caller = SignedIn.of(exchange);
        if (caller == null) {
            return chain.filter(exchange);
        }
        if (Standing.of(exchange) == Standing.STRANGE) {
            // it verified: what its address paid for the trial comes back
            addresses.unverified().giveBack(CallerAddress.countedAs(callers.of(exchange.getRequest())));
        }
        return persons.take(caller.subject(), settings.weight(exchange.getRequest()), chain.filter(exchange));
    }

    @Override
    public int getOrder() {
        return Stations.PERSON_LIMIT;
    }
}
