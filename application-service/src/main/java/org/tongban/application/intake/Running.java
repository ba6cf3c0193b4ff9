package org.tongban.application.intake;

import org.jspecify.annotations.Nullable;
import org.tongban.application.clock.Deadlines;
import org.tongban.application.clock.StatutoryClock;

/**
 * The time of an accepted case.
 *
 * @param deadlines as the clock gives them
 * @param extension null unless it was extended
 */
public record Running(
        StatutoryClock clock, Deadlines deadlines, @Nullable Extension extension) {}
