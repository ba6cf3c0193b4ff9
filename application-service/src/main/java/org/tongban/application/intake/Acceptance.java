package org.tongban.application.intake;

import java.time.Instant;

/**
 * The receipt of an accepted case.
 *
 * @param receiptNo the department's own number, {@code 511602-市场监管-2026-000001}
 * @param acceptedAt from when the clock runs
 * @param bySilence whether nobody answered in time
 */
public record Acceptance(String receiptNo, Instant acceptedAt, boolean bySilence) {}
