package org.tongban.gateway.header;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tongban.gateway.address.CallerAddress;
import org.tongban.gateway.address.PublicAddress;
import org.tongban.gateway.trace.Trace;

/**
 * The headers a far side hears, in one pass: nothing by which a caller could pose as a proxy, as another person or as
 * the house itself; then what only the gateway knows.
 */
@Component
public final class RequestHeaders implements HttpHeadersFilter {
    private static final List<String> FORBIDDEN_BEGINNINGS = List.of(
            "x-forwarded", "x-tongban-", "x-user", "x-original-", "x-rewrite-", "x-auth", "x-remote-", "ssl-client-");
    private static final Set<String> FORBIDDEN = Set.of(
            "forwarded",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "client-ip",
            "true-client-ip",
            "cf-connecting-ip",
            "x-http-method-override",
            "x-method-override",
            "x-application-context",
            "x-ssl-client-cert",
            "x-client-cert",
            "baggage",
            "expect",
            "traceparent",
            "host");

    private final CallerAddress callers;
    private final String proto;
    private final String host;
    private final String port;

    RequestHeaders(CallerAddress callers, PublicAddress address) {
        this.callers = callers;
        proto = address.base().getScheme();
        host = address.base().getRawAuthority();
        port = Integer.toString(address.port());
    }

    @Override
    public HttpHeaders filter(HttpHeaders heard, ServerWebExchange exchange) {
        Trace trace = Trace.of(exchange);
        HopByHop hop = new HopByHop(heard);
        HttpHeaders told = new HttpHeaders();
        heard.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (isFraming(lower) || (!hop.ends(lower) && mayBeSet(lower, trace))) {
                told.put(name, values);
            }
        });
        keepFraming(heard, told);
        told.set("X-Forwarded-For", callers.of(exchange.getRequest()).getHostAddress());
        told.set("X-Forwarded-Proto", proto);
        told.set("X-Forwarded-Host", host);
        told.set("X-Forwarded-Port", port);
        told.set(Trace.HEADER, trace.next());
        return told;
    }

    private static boolean mayBeSet(String lower, Trace trace) {
        if (FORBIDDEN.contains(lower) || ("tracestate".equals(lower) && !trace.continued())) {
            return false;
        }
        for (String beginning : FORBIDDEN_BEGINNINGS) {
            if (lower.startsWith(beginning)) {
                return false;
            }
        }
        return true;
    }

    /** A caller may not talk the frame of a body away by naming it in {@code Connection}. */
    private static boolean isFraming(String lower) {
        return "content-length".equals(lower);
    }

    /**
     * A chunked body stays chunked. Without this the body of a GET or DELETE would follow its headers without any frame
     * on a connection that others share: the far side would read it as the next request.
     */
    private static void keepFraming(HttpHeaders heard, HttpHeaders told) {
        if (heard.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            told.remove(HttpHeaders.CONTENT_LENGTH);
            told.set(HttpHeaders.TRANSFER_ENCODING, "chunked");
        }
    }
}
