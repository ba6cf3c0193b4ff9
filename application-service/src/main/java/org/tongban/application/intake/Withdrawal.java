package org.tongban.application.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The owner took the application back. */
public record Withdrawal(@Nullable String reason, Instant at) {}
