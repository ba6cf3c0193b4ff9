package org.tongban.platform.aggregate;

import org.tongban.platform.idempotency.CommandResult;

/**
 * A change and what is remembered of the command that asked for it.
 *
 * @param change the next state and its events
 * @param result given again when the command comes again
 */
public record Decision<T>(Change<T> change, CommandResult result) {}
