package org.tongban.application.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who an applicant is proved to be.
 *
 * @param verified whether the real-name registry has confirmed it; the rest is null when it has not
 * @param name in full
 * @param residentId masked, {@code 511***********0010}
 * @param verifiedAt when it was confirmed, UTC
 */
public record VerifiedName(
        boolean verified,
        @Nullable String name,
        @Nullable String residentId,
        @Nullable Instant verifiedAt) {
    /** It gets into no log by accident. */
    @Override
    public String toString() {
        return verified ? "a verified name" : "no verified name";
    }
}
