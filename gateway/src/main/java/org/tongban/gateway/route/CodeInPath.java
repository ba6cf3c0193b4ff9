package org.tongban.gateway.route;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.UriUtils;
import org.tongban.gateway.Stations;
import reactor.core.publisher.Mono;

/**
 * Where a path has the code of an application, people put what a scanner or a clipboard gave them. What cannot travel in
 * a path is taken out here: line ends around it, the rest of a whole address, a slash behind it. Whether the rest is a code,
 * whatever signs are around it, is for the service to say.
 */
@Component
final class CodeInPath implements WebFilter, Ordered {
    private static final Pattern PLACE =
            Pattern.compile("(/t/|/api/tracking/|/api/application/applications/)([^/]{1,2048})(/.*)?");

    private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z-]*");
    private static final Pattern ADDRESS = Pattern.compile("(?i).*/t/([^/?#]*).*");
    private static final Pattern AROUND = Pattern.compile("^[ \\t\\r\\n\\u2028\\u2029]+|[ \\t\\r\\n\\u2028\\u2029]+$");
    private static final Pattern UNTRAVELLED = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029/\\\\;%]");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getURI().getRawPath();
        String clean = clean(path);
        return clean.equals(path)
                ? chain.filter(exchange)
                : chain.filter(exchange.mutate()
                        .request(request -> request.path(clean))
                        .build());
    }

    static String clean(String path) {
        Matcher place = PLACE.matcher(path);
        if (!place.matches()) {
            return path;
        }
        String rest = place.group(3) == null || place.group(3).equals("/") ? "" : place.group(3);
        return place.group(1) + code(place.group(2)) + rest;
    }

    private static String code(String segment) {
        if (PLAIN.matcher(segment).matches()) {
            return segment;
        }
        String typed;
        try {
            // a plus is a plus in a path
            typed = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return segment;
        }
        Matcher address = ADDRESS.matcher(typed);
        String meant =
                AROUND.matcher(address.matches() ? address.group(1) : typed).replaceAll("");
        return isBeyondReading(meant) ? segment : UriUtils.encodePathSegment(meant, StandardCharsets.UTF_8);
    }

    /** Nothing is left of it, or what is left might mean another path behind: {@link PlainPath} judges it as it came. */
    private static boolean isBeyondReading(String meant) {
        return meant.isEmpty()
                || meant.equals(".")
                || meant.equals("..")
                || UNTRAVELLED.matcher(meant).find();
    }

    @Override
    public int getOrder() {
        return Stations.CODE_IN_PATH;
    }
}
