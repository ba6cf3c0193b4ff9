package org.tongban.gateway.limit;

import org.jspecify.annotations.Nullable;
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
import reactor.core.publisher.Mono;

/**
 * A body has a largest size, announced or not: an announced one is refused before a byte is read, a chunked one is
 * counted while it passes.
 */
@Component
final class BodyLimit implements WebFilter, Ordered {
    private final long body;
    private final long multipart;

    BodyLimit(LimitSettings settings) {
        body = settings.body().toBytes();
        multipart = settings.multipart().toBytes();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        HttpHeaders headers = request.getHeaders();
        long announced = headers.getContentLength();
        boolean chunked = headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
        if (announced <= 0 && !chunked) {
            return chain.filter(exchange);
        }
        long limit = limit(headers.getFirst(HttpHeaders.CONTENT_TYPE));
        if (announced > limit) {
            return Mono.error(new Refusal(ProblemType.BODY_TOO_LARGE, limit));
        }
        return chain.filter(
                exchange.mutate().request(new WatchedBody(request, limit)).build());
    }

    private long limit(@Nullable String contentType) {
        boolean isMultipart = contentType != null && contentType.regionMatches(true, 0, "multipart/", 0, 10);
        return isMultipart ? multipart : body;
    }

    @Override
    public int getOrder() {
        return Stations.BODY_LIMIT;
    }
}
