package org.tongban.gateway.limit;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.tongban.gateway.Stations;
import org.tongban.gateway.problem.ProblemType;
import org.tongban.gateway.problem.Refusal;
import org.tongban.gateway.route.CallKind;
import reactor.core.publisher.Mono;

/**
 * A body has a largest size, announced or not, and a time to arrive in. One that is no file is read whole before
 * anybody behind is called, so that a caller who sends slowly holds nothing but its own connection; a file is counted
 * and timed while it passes.
 */
@Component
final class BodyLimit implements WebFilter, Ordered {
    private final BodySettings settings;
    private final Collecting collecting;

    BodyLimit(BodySettings settings, Collecting collecting) {
        this.settings = settings;
        this.collecting = collecting;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        HttpHeaders headers = request.getHeaders();
        long announced = headers.getContentLength();
        if (announced <= 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return chain.filter(exchange);
        }
        boolean isFile = CallKind.isMultipart(headers);
        long limit = (isFile ? settings.multipart() : settings.size()).toBytes();
        if (announced > limit) {
            return Mono.error(new Refusal(ProblemType.BODY_TOO_LARGE, limit));
        }
        WatchedBody watched = new WatchedBody(request, limit);
        return isFile
                ? chain.filter(with(exchange, new PacedBody(watched, settings)))
                : collecting.whole(exchange, watched, body -> chain.filter(with(exchange, body)));
    }

    private static ServerWebExchange with(ServerWebExchange exchange, ServerHttpRequest request) {
        return exchange.mutate().request(request).build();
    }

    @Override
    public int getOrder() {
        return Stations.BODY_LIMIT;
    }
}
