package org.tongban.application.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import org.tongban.application.document.DocumentProperties.Download;
import org.tongban.application.document.DocumentProperties.Quota;
import org.tongban.application.document.DocumentProperties.Upload;
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

    static DocumentProperties settings(Set<String> mediaTypes) {
        return new DocumentProperties(
                DataSize.ofMegabytes(1),
                mediaTypes,
                new Download(16, 2, DataSize.ofKilobytes(64), Duration.ofSeconds(30)),
                new Upload(16, 4),
                new Quota(500, DataSize.ofGigabytes(2)),
                Duration.ofDays(1095),
                Duration.ofMinutes(10));
    }

    static byte[] bytes(Content content) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Optional<byte[]> chunk = content.next(); chunk.isPresent(); chunk = content.next()) {
            all.writeBytes(chunk.get());
        }
        return all.toByteArray();
    }

    /** The same, in the store. */
    public static void kept(Documents documents, String id, String kind, String holder) {
        documents.add(uploaded(id, kind, holder), new ByteArrayInputStream(new byte[0]));
    }

    public static void delete(Documents documents, String id) {
        documents.delete(documents.find("citizen1", id).orElseThrow());
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
