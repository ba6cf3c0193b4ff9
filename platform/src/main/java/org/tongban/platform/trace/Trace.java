package org.tongban.platform.trace;

import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The trace that this thread works in: its id stands in every line of the log and in problems, and goes along to other
 * services and with events as {@code traceparent} ({@code 00-<32 hex trace id>-<16 hex span id>-<2 hex flags>}).
 */
public final class Trace {
    /** Its name among HTTP headers, and as the CloudEvents extension for distributed tracing. */
    public static final String PARENT = "traceparent";

    private static final String ID = "traceId";
    private static final String FLAGS = "traceFlags";
    private static final String UNSAMPLED = "00";
    private static final Pattern SHAPE =
            Pattern.compile("00-((?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})");

    private Trace() {}

    /** Begins on this thread what somebody else's call goes on with; anything malformed becomes a trace of its own. */
    public static void begin(@Nullable String traceparent) {
        Matcher known = SHAPE.matcher(traceparent == null ? "" : traceparent);
        if (known.matches()) {
            set(known.group(1), known.group(2));
        } else {
            set(UUID.randomUUID().toString().replace("-", ""), UNSAMPLED);
        }
    }

    public static void end() {
        set(null, null);
    }

    /** Does the work within that trace, or within none if there is none, and goes back to the one before. */
    public static void continuing(@Nullable String traceparent, Runnable work) {
        answering(traceparent, () -> {
            work.run();
            return true;
        });
    }

    /** The same for work that answers. */
    public static <A> A answering(@Nullable String traceparent, Supplier<A> work) {
        @Nullable String idBefore = MDC.get(ID);
        @Nullable String flagsBefore = MDC.get(FLAGS);
        Matcher known = SHAPE.matcher(traceparent == null ? "" : traceparent);
        boolean any = known.matches();
        set(any ? known.group(1) : null, any ? known.group(2) : null);
        try {
            return work.get();
        } finally {
            set(idBefore, flagsBefore);
        }
    }

    /** What goes along: the same trace with a span of our own; null when this thread is in none. */
    public static @Nullable String parent() {
        @Nullable String id = MDC.get(ID);
        @Nullable String flags = MDC.get(FLAGS);
        return id == null ? null : "00-" + id + '-' + span() + '-' + (flags == null ? UNSAMPLED : flags);
    }

    /** The id of this thread's trace, null when it is in none. */
    public static @Nullable String id() {
        return MDC.get(ID);
    }

    private static void set(@Nullable String id, @Nullable String flags) {
        put(ID, id);
        put(FLAGS, flags);
    }

    private static void put(String key, @Nullable String value) {
        if (value == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }

    private static String span() {
        // all zeros is no span
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong() | 1L);
    }
}
