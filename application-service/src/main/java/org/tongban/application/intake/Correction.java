package org.tongban.application.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one correction notice of a case (一次性告知) and when it was answered.
 *
 * @param failing everything that has to be put right
 * @param answeredAt null until the applicant has answered
 */
public record Correction(
        List<Failing> failing,
        Instant requestedAt,
        @Nullable Instant answeredAt) {
    public Correction {
        failing = List.copyOf(failing);
    }

    /** A line of the frozen list that does not do, and why. */
    public record Failing(String rid, String reason) {}

    List<String> rids() {
        return failing.stream().map(Failing::rid).toList();
    }

    Correction answered(Instant at) {
        return new Correction(failing, requestedAt, at);
    }
}
