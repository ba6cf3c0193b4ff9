package org.tongban.application.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.code.Sha256;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.idempotency.Idempotency;
import org.tongban.platform.problem.NotFound;
import org.tongban.platform.web.BodyTooLarge;

/** Takes files of owners into the store. */
final class Uploads {
    private static final Pattern FORM = Pattern.compile("form:[a-z0-9-]{1,80}#[0-9]{1,4}");

    private final Documents documents;
    private final Predicate<String> isKnownKind;
    private final DocumentProperties properties;
    private final Idempotency idempotency;
    private final Clock clock;
    private final MediaTypes mediaTypes = new MediaTypes();

    Uploads(
            Documents documents,
            Predicate<String> isKnownKind,
            DocumentProperties properties,
            Idempotency idempotency,
            Clock clock) {
        this.documents = documents;
        this.isKnownKind = isKnownKind;
        this.properties = properties;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    Answer upload(Command command, String owner, String kind, String holder, InputStream file) throws IOException {
        if (!Holders.ALL.contains(holder)) {
            throw UploadRefused.holder(holder, Holders.ALL);
        }
        if (!FORM.matcher(kind).matches() && !isKnownKind.test(kind)) {
            throw UploadRefused.kind(kind);
        }
        try (Arrived arrived = Arrived.from(file)) {
            String mediaType = mediaType(arrived);
            String meaning = String.join("\n", kind, holder, arrived.digest());
            Command meant = command.withDigest(Sha256.hex(meaning.getBytes(StandardCharsets.UTF_8)));
            return idempotency.create(
                    meant,
                    OpaqueId::next,
                    id -> add(id, owner, kind, holder, mediaType, arrived),
                    id -> documents.find(owner, id).orElseThrow(NotFound::new));
        }
    }

    private String mediaType(Arrived arrived) throws IOException {
        if (arrived.size() == 0) {
            throw UploadRefused.empty();
        }
        if (arrived.size() > properties.limit().toBytes()) {
            throw new BodyTooLarge(properties.limit().toBytes());
        }
        String mediaType = mediaTypes.of(arrived.file());
        if (!properties.mediaTypes().contains(mediaType)) {
            throw UploadRefused.type(mediaType, properties.mediaTypes());
        }
        return mediaType;
    }

    private void refuseBeyondQuota(String owner, long size) {
        Usage usage = documents.usage(owner);
        if (!usage.hasRoomFor(size, properties.quota())) {
            throw UploadRefused.quota(usage, size, properties.quota());
        }
    }

    private Answer add(String id, String owner, String kind, String holder, String mediaType, Arrived arrived) {
        Document document = new Document(
                id,
                owner,
                kind,
                holder,
                Documents.DIGEST_PREFIX + arrived.digest(),
                mediaType,
                arrived.size(),
                Grade.C,
                Provenance.UPLOADED,
                clock.instant(),
                null);
        if (documents.find(owner, id).isEmpty()) {
            refuseBeyondQuota(owner, arrived.size());
        }
        try (InputStream bytes = arrived.open()) {
            documents.add(document, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Document kept = documents.find(owner, id).orElseThrow();
        return Answer.created(URI.create("/api/application/documents/" + id), kept);
    }
}
