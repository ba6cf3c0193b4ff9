package org.tongban.platform.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A wish that cannot be granted, said so that the caller knows what to change.
 *
 * <p>A feature adds a small final class whose constructor takes the facts and writes the sentence in both languages.
 */
public abstract class Refusal extends RuntimeException {
    private final ProblemType type;
    private final Said said;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Object> members = new TreeMap<>();
    private @Nullable Duration retryAfter;

    /** Where in the body or query the wish is wrong: a JSON pointer (RFC 6901) and a sentence. */
    public record Fault(String pointer, Said said) {}

    protected Refusal(ProblemType type, String zh, String en) {
        this(type, zh, en, null);
    }

    /** @param cause for the log alone; it is in no problem */
    protected Refusal(ProblemType type, String zh, String en, @Nullable Throwable cause) {
        super(en, cause, false, true);
        this.type = type;
        this.said = new Said(zh, en);
    }

    protected final void at(String pointer, String zh, String en) {
        faults.add(new Fault(pointer, new Said(zh, en)));
    }

    /** An extension member of the problem (RFC 9457 section 3.2). */
    protected final void with(String member, Object value) {
        members.put(member, value);
    }

    protected final void retryAfter(Duration pause) {
        retryAfter = pause;
    }

    public final ProblemType type() {
        return type;
    }

    public final Said said() {
        return said;
    }

    public final List<Fault> faults() {
        return List.copyOf(faults);
    }

    public final Map<String, Object> members() {
        return Map.copyOf(members);
    }

    public final @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
