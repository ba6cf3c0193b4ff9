package org.tongban.gateway.route;

import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.tongban.gateway.Stations;
import org.tongban.gateway.problem.ProblemType;
import org.tongban.gateway.problem.Refusal;
import reactor.core.publisher.Mono;

/**
 * A path means here what it means behind: one that a far side might fold into another ({@code ..}, {@code //},
 * {@code ;}, an encoded slash or dot) does not exist, or {@code /auth/realms/tongban/../master} would be a way in.
 */
@Component
final class PlainPath implements WebFilter, Ordered {
    private static final Pattern ENCODED_SIGNS = Pattern.compile("%(2e|2f|5c|3b|25|0|1|7f)");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isPlain(exchange.getRequest().getURI().getRawPath())
                ? chain.filter(exchange)
                : Mono.error(new Refusal(ProblemType.NOT_FOUND));
    }

    static boolean isPlain(String path) {
        char before = 0;
        int segment = 0;
        for (int at = 0; at < path.length(); at++) {
            char sign = path.charAt(at);
            if (sign == '/') {
                if (before == '/' || isDots(path, segment, at)) {
                    return false;
                }
                segment = at + 1;
            } else if (sign == ';' || sign == '\\') {
                return false;
            }
            before = sign;
        }
        return !isDots(path, segment, path.length())
                && (path.indexOf('%') < 0
                        || !ENCODED_SIGNS.matcher(path.toLowerCase(Locale.ROOT)).find());
    }

    private static boolean isDots(String path, int from, int to) {
        int length = to - from;
        return (length == 1 && path.charAt(from) == '.') || (length == 2 && path.startsWith("..", from));
    }

    @Override
    public int getOrder() {
        return Stations.PLAIN_PATH;
    }
}
