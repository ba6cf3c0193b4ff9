package org.tongban.application.intake;

import java.time.Instant;

/**
 * A step that was taken.
 *
 * @param by the opaque id of who took it; {@code clock} where time did
 */
public record Taken(int caseNo, Step step, Instant at, String by) {
    public static final String CLOCK = "clock";
}
