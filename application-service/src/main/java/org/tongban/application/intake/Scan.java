package org.tongban.application.intake;

import java.time.Instant;

/**
 * What a counter did with one paper, as tracking told it.
 *
 * @param action {@code ORIGINALS_RECEIVED}
 * @param elsewhere whether a counter of another division did it
 */
public record Scan(String scanId, String rid, String action, Instant occurredAt, boolean elsewhere) {}
