package org.tongban.catalog.list;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a list key beside itself, from {@code <kid>.json}; a key without that file signs for ever.
 *
 * @param notBefore the first instant at which it signs; before that it is only published
 * @param notAfter the first instant at which it signs no more; it stays published, for what it has signed
 * @param revoked null unless nothing it has signed may be trusted any more
 */
record KeyLife(
        @Nullable Instant notBefore,
        @Nullable Instant notAfter,
        @Nullable Revoked revoked) {
    static final KeyLife ENDLESS = new KeyLife(null, null, null);

    /**
     * That a key was called back.
     *
     * @param reason {@code compromised}, {@code superseded} or {@code unspecified} (OpenID Federation 1.0, 8.7.3)
     */
    record Revoked(Instant at, String reason) {}

    boolean signsAt(Instant now) {
        return revoked == null
                && (notBefore == null || !now.isBefore(notBefore))
                && (notAfter == null || now.isBefore(notAfter));
    }

    Instant begin() {
        return notBefore == null ? Instant.MIN : notBefore;
    }
}
