package org.tongban.gateway.header;

import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** The headers of a far side's answer that concern the caller; what it runs on does not. */
@Component
public final class ResponseHeaders implements HttpHeadersFilter {
    private static final Set<String> PRIVATE = Set.of("server", "x-powered-by", "x-application-context");

    @Override
    public HttpHeaders filter(HttpHeaders heard, ServerWebExchange exchange) {
        HopByHop hop = new HopByHop(heard);
        HttpHeaders told = new HttpHeaders();
        heard.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!hop.ends(lower) && !PRIVATE.contains(lower)) {
                told.put(name, values);
            }
        });
        return told;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.RESPONSE;
    }
}
