package org.tongban.application.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.time.LegalZone;

/**
 * A document of the store; it never changes.
 *
 * @param documentId opaque
 * @param owner the person's opaque id
 * @param kind {@code id-card}, or {@code form:mr-food-operation-new#1}
 * @param holder whose document it is: {@code applicant}, {@code spouse}, {@code organisation}, …
 * @param digest {@code sha-256:} and 64 lower-case hex digits over its bytes
 * @param mediaType found by content
 * @param size in bytes
 * @param validUntil the last day it is valid; null without an end or where nobody said
 */
public record Document(
        String documentId,
        String owner,
        String kind,
        String holder,
        String digest,
        String mediaType,
        long size,
        Grade grade,
        Provenance provenance,
        Instant addedAt,
        @Nullable LocalDate validUntil) {
    /** Best grade first, newest first among equals. */
    public static final Comparator<Document> BEST_FIRST = Comparator.comparing(Document::grade)
            .thenComparing(Document::addedAt, Comparator.reverseOrder())
            .thenComparing(Document::documentId);

    public boolean isValidAt(Instant now) {
        return validUntil == null || !LegalZone.dateOf(now).isAfter(validUntil);
    }
}
