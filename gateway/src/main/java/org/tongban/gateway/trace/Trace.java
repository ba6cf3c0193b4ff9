package org.tongban.gateway.trace;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * The W3C trace context of a request: {@code 00-<32 hex trace id>-<16 hex span id>-<flags>}. A caller's own trace is
 * continued, anything malformed is replaced.
 *
 * @param id 32 lower-case hex digits, the {@code traceId} of every problem
 * @param flags two hex digits, {@code 01} = sampled
 * @param continued whether the caller had brought it along
 */
public record Trace(String id, String flags, boolean continued) {
    public static final String HEADER = "traceparent";

    private static final String ATTRIBUTE = Trace.class.getName();
    private static final Pattern SHAPE = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    public static Trace fresh() {
        return new Trace(randomHex() + randomHex(), "00", false);
    }

    public static Trace of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE) instanceof Trace trace ? trace : fresh();
    }

    static Trace continuing(@Nullable String traceparent) {
        return traceparent != null && SHAPE.matcher(traceparent).matches()
                ? new Trace(traceparent.substring(3, 35), traceparent.substring(53), true)
                : fresh();
    }

    void attachTo(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    /** The header for the next hop: same trace, a span of our own. */
    public String next() {
        return "00-" + id + '-' + randomHex() + '-' + flags;
    }

    private static String randomHex() {
        long bits;
        do {
            bits = ThreadLocalRandom.current().nextLong();
        } while (bits == 0);
        return HexFormat.of().toHexDigits(bits);
    }
}
