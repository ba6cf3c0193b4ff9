package org.tongban.platform.idempotency;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.problem.Refusal;

/**
 * What a command did, as far as it is remembered: the head of its answer. The body is made from the state whenever it
 * is asked for.
 *
 * @param status the HTTP status
 * @param location of what was created
 * @param etag the version, without quotes
 */
public record CommandResult(
        int status, @Nullable String location, @Nullable String etag) {
    public static CommandResult ok() {
        return new CommandResult(200, null, null);
    }

    public static CommandResult created(URI location) {
        return new CommandResult(201, location.toString(), null);
    }

    /** Others still have work with it. */
    public static CommandResult accepted() {
        return new CommandResult(202, null, null);
    }

    /** For a refusal that leaves a trace in the state, so that the trace is left once. */
    public static CommandResult refused(Refusal refusal) {
        return new CommandResult(refusal.type().status(), null, null);
    }

    public CommandResult withEtag(String version) {
        return new CommandResult(status, location, version);
    }
}
