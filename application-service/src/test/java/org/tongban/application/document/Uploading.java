package org.tongban.application.document;

import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.idempotency.Idempotency;

/** Uploads one file as its owner does, for tests that end the process meanwhile. */
public final class Uploading {
    private static final byte[] PDF = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

    private Uploading() {}

    /** Under the same key every time, as a client repeats it that got no answer. */
    public static Answer upload(ApplicationContext house, String owner) {
        Uploads uploads = new Uploads(
                house.getBean(Documents.class),
                kind -> true,
                DocumentSamples.settings(Set.of("application/pdf")),
                house.getBean(Idempotency.class),
                house.getBean(Clock.class));
        Command command = new Command(owner, "POST /api/application/documents", "k-" + owner, "d", null);
        try {
            return uploads.upload(command, owner, "id-card", "applicant", new ByteArrayInputStream(PDF));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The owner's documents, whose bytes can be read. */
    public static List<Document> ofOwner(MongoDatabase database, String owner) {
        Documents documents = new Documents(database, Clock.systemUTC());
        List<Document> found = documents.page(owner, null, 100);
        found.forEach(each -> readWhole(documents, each));
        return found;
    }

    private static void readWhole(Documents documents, Document document) {
        if (DocumentSamples.bytes(documents.content(document)).length != document.size()) {
            throw new AssertionError(document.documentId() + " has lost some of its bytes");
        }
    }
}
