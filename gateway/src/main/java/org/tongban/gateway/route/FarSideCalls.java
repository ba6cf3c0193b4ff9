package org.tongban.gateway.route;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tongban.gateway.header.RequestHeaders;
import org.tongban.gateway.header.ResponseHeaders;
import org.tongban.gateway.trace.Trace;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Calls the far side of the route. Takes the place of the stock filters for address, forwarded headers, time-outs and
 * breaker: one pass instead of eight, and the time-out begins when the request has been sent, so that a long upload is
 * no slow answer.
 */
@Component
final class FarSideCalls extends NettyRoutingFilter {
    private final Map<String, Call> calls = new HashMap<>();
    private final List<HttpHeadersFilter> headers;

    FarSideCalls(
            FarSides farSides,
            FarSideSettings settings,
            FarSideClients clients,
            RequestHeaders request,
            ResponseHeaders response,
            HttpClientProperties properties,
            ObjectProvider<List<HttpHeadersFilter>> stock) {
        super(clients.forAnswers(), stock, properties);
        headers = List.of(request, response);
        for (FarSide side : farSides.all()) {
            calls.put(
                    side.name(),
                    side.streams()
                            ? new Call(side, clients.forStreams(), null)
                            : new Call(side, clients.forAnswers(), new Breaker(side.name(), settings.breaker())));
        }
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
        Call call = call(route);
        exchange.getAttributes()
                .put(
                        GATEWAY_REQUEST_URL_ATTR,
                        call.side().at(exchange.getRequest().getURI()));
        Mono<Void> answer = super.filter(exchange, chain)
                .onErrorMap(thrown -> FarSideFailures.refusal(
                        call.side().name(), Trace.of(exchange).id(), thrown));
        return call.breaker() == null ? answer : call.breaker().round(answer);
    }

    @Override
    public List<HttpHeadersFilter> getHeadersFilters() {
        return headers;
    }

    @Override
    protected HttpClient getHttpClient(Route route, ServerWebExchange exchange) {
        return call(route).client();
    }

    private Call call(Route route) {
        return Objects.requireNonNull(calls.get(route.getId()), route.getId());
    }

    private record Call(
            FarSide side, HttpClient client, @Nullable Breaker breaker) {}
}
