package org.tongban.application.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The decision about a case.
 *
 * @param reasons for the applicant; a refusal has some (行政许可法 38)
 * @param number the document number of what was granted; null with a refusal
 * @param validUntil the last day of what was granted; null without an end
 * @param deliverBy the last day for handing it over (行政许可法 44)
 */
public record Verdict(
        Outcome outcome,
        @Nullable String reasons,
        Instant at,
        @Nullable String number,
        @Nullable LocalDate validUntil,
        LocalDate deliverBy) {}
