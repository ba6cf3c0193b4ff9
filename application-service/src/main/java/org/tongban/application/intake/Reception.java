package org.tongban.application.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a case was received and what was answered (行政许可法 32).
 *
 * @param receivedAt when the department had it before it, or had the corrections
 * @param answerBy the last day for an answer; silence past it is acceptance as of {@code receivedAt}
 * @param correction the one notice; null if none was sent
 * @param refusal why it was not taken; null if it was
 * @param acceptance null until it is accepted
 */
public record Reception(
        Instant receivedAt,
        LocalDate answerBy,
        @Nullable Correction correction,
        @Nullable NonAcceptance refusal,
        @Nullable Acceptance acceptance) {
    Reception with(Correction notice) {
        return new Reception(receivedAt, answerBy, notice, refusal, acceptance);
    }

    Reception with(NonAcceptance refused) {
        return new Reception(receivedAt, answerBy, correction, refused, acceptance);
    }

    Reception with(Acceptance accepted) {
        return new Reception(receivedAt, answerBy, correction, refusal, accepted);
    }

    boolean isSilentOn(LocalDate today) {
        return today.isAfter(answerBy);
    }
}
