package org.tongban.gateway.route;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpMethod;
import java.net.URI;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.tongban.gateway.header.RequestHeaders;
import org.tongban.gateway.header.ResponseHeaders;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/** One call of one address, from the request to the last byte of the answer. */
final class Attempt {
    private final ServerWebExchange exchange;
    private final CallKind kind;
    private final UpstreamAddress address;
    private volatile boolean answered;

    /** @param address where a place was taken for it */
    Attempt(ServerWebExchange exchange, CallKind kind, UpstreamAddress address) {
        this.exchange = exchange;
        this.kind = kind;
        this.address = address;
    }

    ServerWebExchange exchange() {
        return exchange;
    }

    CallKind kind() {
        return kind;
    }

    UpstreamAddress address() {
        return address;
    }

    void leave() {
        address.leave(kind);
    }

    Mono<Void> run(HttpClient client, RequestHeaders requestHeaders, ResponseHeaders responseHeaders) {
        ServerHttpRequest asked = exchange.getRequest();
        HttpHeaders told = requestHeaders.filter(asked.getHeaders(), exchange);
        URI uri = address.at(asked.getURI());
        HttpClient.RequestSender sender = client.headers(headers -> told.forEach(headers::set))
                .request(HttpMethod.valueOf(asked.getMethod().name()))
                .uri(uri);
        HttpClient.ResponseReceiver<?> receiver = hasBody(told) ? sender.send(bytes(asked)) : sender;
        return receiver.response((heard, body) -> pass(heard, body, responseHeaders))
                .then()
                .doOnError(this::blame);
    }

    private static boolean hasBody(HttpHeaders told) {
        return told.getContentLength() > 0 || told.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }

    private static Flux<ByteBuf> bytes(ServerHttpRequest asked) {
        return asked.getBody().map(NettyDataBufferFactory::toByteBuf);
    }

    private Mono<Void> pass(HttpClientResponse heard, ByteBufFlux body, ResponseHeaders responseHeaders) {
        answered = true;
        address.breaker().answered();
        ServerHttpResponse response = exchange.getResponse();
        HttpHeaders said = new HttpHeaders();
        heard.responseHeaders().forEach(header -> said.add(header.getKey(), header.getValue()));
        response.setStatusCode(HttpStatusCode.valueOf(heard.status().code()));
        response.getHeaders().addAll(responseHeaders.filter(said, exchange));
        NettyDataBufferFactory buffers = (NettyDataBufferFactory) response.bufferFactory();
        Flux<DataBuffer> pieces = body.retain().map(buffers::wrap);
        MediaType type = response.getHeaders().getContentType();
        return MediaType.TEXT_EVENT_STREAM.isCompatibleWith(type)
                ? response.writeAndFlushWith(pieces.map(Flux::just))
                : response.writeWith(pieces);
    }

    private void blame(Throwable thrown) {
        if (FarSideFailures.isUnreachable(thrown)) {
            address.breaker().unreachable(thrown);
        } else if (!answered && FarSideFailures.isFailure(thrown)) {
            address.breaker().failed(thrown);
        }
    }

    /** @param first whether nothing else was tried before */
    boolean mayBeMadeAgain(Throwable thrown, boolean first) {
        if (exchange.getResponse().isCommitted()) {
            return false;
        }
        if (FarSideFailures.isUnreachable(thrown) || FarSideFailures.isWithoutConnection(thrown)) {
            return true;
        }
        return first
                && FarSideFailures.isFailure(thrown)
                && CallKind.isSafe(exchange.getRequest().getMethod())
                && (kind == CallKind.READ || !FarSideFailures.isSilence(thrown));
    }

    /** Takes back what an answer that broke off before its first byte has already said. */
    void forget() {
        exchange.getResponse().getHeaders().clear();
        exchange.getResponse().setStatusCode(null);
    }
}
