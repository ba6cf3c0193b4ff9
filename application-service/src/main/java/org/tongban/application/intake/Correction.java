package org.tongban.application.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.application.clock.LegalClock;

/**
 * The one correction notice of a case (一次性告知) and when it was answered.
 *
 * @param failing everything that has to be put right
 * @param answeredAt null until the applicant has answered
 * @param answerUntil the last day for the answer; null in a notice that was sent before notices had one
 */
public record Correction(
        List<Failing> failing,
        Instant requestedAt,
        @Nullable Instant answeredAt,
        @Nullable LocalDate answerUntil) {
    public Correction {
        failing = List.copyOf(failing);
    }

    /** A line of the frozen list that does not do, and why. */
    public record Failing(String rid, String reason) {}

    LocalDate until(LegalClock clock) {
        return answerUntil == null ? clock.correctBy(requestedAt) : answerUntil;
    }

    List<String> rids() {
        return failing.stream().map(Failing::rid).toList();
    }

    Correction answered(Instant at) {
        return new Correction(failing, requestedAt, at, answerUntil);
    }
}
