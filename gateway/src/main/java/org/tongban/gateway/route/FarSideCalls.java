package org.tongban.gateway.route;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tongban.gateway.header.RequestHeaders;
import org.tongban.gateway.header.ResponseHeaders;
import org.tongban.gateway.trace.Trace;
import reactor.core.publisher.Mono;

/**
 * Calls the service of the route at one of its addresses. Takes the place of the stock filters for address, forwarded
 * headers, time-outs, breaker, call and answer: one pass instead of ten. The time-out begins when the request has been
 * sent, so that a long upload is no slow answer.
 *
 * <p>What was surely not sent is tried at the next address. What may have arrived is not, unless it changes nothing and
 * no byte of an answer has gone out: then it is asked once more elsewhere.
 */
@Component
final class FarSideCalls implements GlobalFilter, Ordered {
    private final Map<String, Upstream> upstreams = new HashMap<>();
    private final FarSideClients clients;
    private final RequestHeaders request;
    private final ResponseHeaders response;

    FarSideCalls(
            FarSides farSides,
            Upstreams all,
            FarSideClients clients,
            RequestHeaders request,
            ResponseHeaders response) {
        this.clients = clients;
        this.request = request;
        this.response = response;
        farSides.all().forEach(side -> upstreams.put(side.name(), all.of(side)));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
        Upstream upstream = Objects.requireNonNull(upstreams.get(route.getId()), route.getId());
        return call(upstream, exchange, CallKind.of(exchange.getRequest()), List.of());
    }

    private Mono<Void> call(Upstream upstream, ServerWebExchange exchange, CallKind kind, List<UpstreamAddress> tried) {
        return Mono.using(
                        () -> new Attempt(exchange, kind, upstream.enter(kind, tried)),
                        attempt -> attempt.run(clients.forCalls(kind), request, response)
                                .onErrorMap(thrown -> new Failed(attempt, thrown)),
                        Attempt::leave)
                .onErrorResume(Failed.class, failed -> afterwards(upstream, failed, tried));
    }

    private Mono<Void> afterwards(Upstream upstream, Failed failed, List<UpstreamAddress> tried) {
        Attempt attempt = failed.attempt;
        List<UpstreamAddress> now = Upstream.with(tried, attempt.address());
        if (attempt.mayBeMadeAgain(failed.cause, tried.isEmpty()) && upstream.hasOther(now)) {
            attempt.forget();
            return call(upstream, attempt.exchange(), attempt.kind(), now);
        }
        String traceId = Trace.of(attempt.exchange()).id();
        return Mono.error(FarSideFailures.refusal(upstream.name(), attempt.address(), traceId, failed.cause));
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    /** Carries what went wrong past the end of an attempt: its place is free again before the next one begins. */
    private static final class Failed extends RuntimeException {
        private final transient Attempt attempt;
        private final Throwable cause;

        Failed(Attempt attempt, Throwable cause) {
            super(null, cause, false, false);
            this.attempt = attempt;
            this.cause = cause;
        }
    }
}
