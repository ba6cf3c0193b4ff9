package org.tongban.application.document;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.code.Sha256;

/** Documents for tests. */
public final class DocumentSamples {
    public static final Instant ADDED = Instant.parse("2026-11-20T08:00:00Z");
    private static final String DIGEST = Documents.DIGEST_PREFIX + Sha256.hex(new byte[0]);

    private DocumentSamples() {}

    /** An upload of {@code citizen1}. */
    public static Document uploaded(String id, String kind, String holder) {
        return of(id, kind, holder, Grade.C, ADDED, null);
    }

    /** The same, in the store. */
    public static void kept(Documents documents, String id, String kind, String holder) {
        documents.add(uploaded(id, kind, holder), new ByteArrayInputStream(new byte[0]));
    }

    public static Document of(
            String id, String kind, String holder, Grade grade, Instant addedAt, @Nullable LocalDate validUntil) {
        return new Document(
                id,
                "citizen1",
                kind,
                holder,
                DIGEST,
                "application/pdf",
                1,
                grade,
                Provenance.UPLOADED,
                addedAt,
                validUntil);
    }
}
