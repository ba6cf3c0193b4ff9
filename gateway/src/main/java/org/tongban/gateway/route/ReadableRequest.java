package org.tongban.gateway.route;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
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
 * What the services could not read, or might read otherwise, is refused here: another method than the seven, an address
 * that is no UTF-8 once it is decoded, more or less than one {@code Host} (RFC 9112 section 3.2), another transfer
 * coding than chunked (section 6.1).
 */
@Component
final class ReadableRequest implements WebFilter, Ordered {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String ALLOW = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (!METHODS.contains(request.getMethod().name())) {
            return Mono.error(new Refusal(ProblemType.METHOD_NOT_ALLOWED).header("Allow", ALLOW));
        }
        if (!isFramedAsWeDo(request.getHeaders())) {
            return Mono.error(new Refusal(ProblemType.BAD_INPUT).header("Connection", "close"));
        }
        return isText(request.getURI().getRawPath()) && isText(request.getURI().getRawQuery())
                ? chain.filter(exchange)
                : Mono.error(new Refusal(ProblemType.UNDECODABLE_ADDRESS));
    }

    private static boolean isFramedAsWeDo(HttpHeaders headers) {
        @Nullable List<String> hosts = headers.get(HttpHeaders.HOST);
        @Nullable List<String> codings = headers.get(HttpHeaders.TRANSFER_ENCODING);
        return hosts != null
                && hosts.size() == 1
                && (codings == null
                        || (codings.size() == 1
                                && "chunked".equalsIgnoreCase(codings.get(0).strip())));
    }

    /** Whether it is UTF-8 once it is decoded; an address that is there at all has whole escapes. */
    static boolean isText(@Nullable String raw) {
        if (raw == null || isPlain(raw)) {
            return true;
        }
        ByteBuffer bytes = ByteBuffer.allocate(raw.length());
        for (int at = 0; at < raw.length(); at++) {
            char sign = raw.charAt(at);
            if (sign == '%') {
                bytes.put((byte) Integer.parseInt(raw, at + 1, at + 3, 16));
                at += 2;
            } else if (sign < 128) {
                bytes.put((byte) sign);
            } else {
                return false;
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).length() > 0;
        } catch (CharacterCodingException none) {
            return false;
        }
    }

    private static boolean isPlain(String raw) {
        for (int at = 0; at < raw.length(); at++) {
            if (raw.charAt(at) == '%' || raw.charAt(at) >= 128) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int getOrder() {
        return Stations.READABLE;
    }
}
