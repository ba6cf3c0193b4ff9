package org.tongban.platform.aggregate;

import org.tongban.platform.idempotency.Answer;

/**
 * A change and what the caller is told once it is stored.
 *
 * @param change the next state and its events
 * @param answer remembered with the command, and given again when the command comes again
 */
public record Decision<T>(Change<T> change, Answer answer) {}
