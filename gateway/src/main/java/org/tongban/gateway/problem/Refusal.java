package org.tongban.gateway.problem;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The gateway will not, or cannot, pass a request on. Has no stack trace: refusing must stay cheap, that is what limits
 * are for.
 */
public final class Refusal extends RuntimeException {
    private final transient ProblemType type;
    private final transient Object[] facts;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    /** @param facts what the sentence of the type has holes for, in its order; {@link Said} where it has to be translated */
    public Refusal(ProblemType type, Object... facts) {
        super(type.name(), null, false, false);
        this.type = type;
        this.facts = facts.clone();
    }

    public Refusal retryAfter(Duration pause) {
        return header("Retry-After", Long.toString(wholeSeconds(pause)));
    }

    public Refusal header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    Map<String, String> headers() {
        return headers;
    }

    String detail(Language language) {
        Object[] said = Arrays.stream(facts)
                .map(fact -> fact instanceof Said words ? words.in(language) : fact)
                .toArray();
        return type.detail(language, said);
    }

    /** Rounded up, at least one: a caller who waits that long is not refused for the same reason again. */
    public static long wholeSeconds(Duration pause) {
        return Math.max(1, pause.plusNanos(999_999_999).toSeconds());
    }

    /** The refusal in a chain of causes, where a network library has wrapped it. */
    static @Nullable Refusal in(Throwable thrown) {
        for (@Nullable Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof Refusal refusal) {
                return refusal;
            }
        }
        return null;
    }
}
