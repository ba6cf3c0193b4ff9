package org.tongban.platform.aggregate;

import java.time.Instant;
import java.util.function.Function;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.CommandResult;

/**
 * A command that was carried out, now or before.
 *
 * @param state the aggregate as it is now; later than the command when this is a repeat
 * @param result what the command did when it was carried out
 * @param at when it was carried out
 */
public record Decided<T>(T state, CommandResult result, Instant at) {
    /**
     * The answer to it, the same way the first time and every other.
     *
     * @param shown what the caller may see of the state; refuses by throwing when that is nothing any more
     */
    public Answer answer(Function<T, ?> shown) {
        return Answer.of(result, shown.apply(state));
    }
}
