package org.tongban.application.document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.tongban.application.document.Provenance.Origin;
import org.tongban.application.result.IssuedDocument;
import org.tongban.application.result.IssuedDocuments;
import org.tongban.platform.code.Sha256;
import org.tongban.platform.crash.CrashPoints;
import org.tongban.platform.mongo.BsonCodecs;

/** The documents of all owners; nobody is given a document of another. */
public final class Documents implements IssuedDocuments {
    static final String DIGEST_PREFIX = "sha-256:";
    private static final int SUGGESTED_AT_MOST = 500;
    private static final String ASIDE = "aside";

    /** A deletion takes a moment; one that takes longer has died. */
    private static final Duration ASIDE_AT_MOST = Duration.ofMinutes(1);

    private final MongoCollection<BsonDocument> documents;
    private final Contents contents;
    private final Clock clock;

    public Documents(MongoDatabase database, Clock clock) {
        this.documents = database.getCollection("documents", BsonDocument.class);
        this.contents = new Contents(database, clock);
        this.clock = clock;
        documents.createIndex(Indexes.ascending("owner", "addedAt"));
        documents.createIndex(Indexes.ascending("owner", "kind"));
        documents.createIndex(Indexes.ascending("owner", "provenance.origin"));
        documents.createIndex(Indexes.ascending("digest"));
    }

    /** Keeps the bytes, then the document that stands for them; what a crash leaves between the two is swept. */
    void add(Document document, InputStream bytes) {
        Date noted = contents.mayBeUnnamed(document.digest());
        contents.keep(document.digest(), bytes);
        CrashPoints.reached("document.after-content");
        insert(document);
        contents.isNamed(document.digest(), noted);
    }

    /** What this owner has uploaded: so many files at most that counting them anew is cheap and cannot be wrong. */
    Usage usage(String owner) {
        Usage usage = new Usage(0, 0);
        for (BsonDocument each : documents
                .find(and(eq("owner", owner), eq("provenance.origin", Origin.UPLOADED.name())))
                .projection(include("size"))) {
            usage = usage.plus(each.getNumber("size").longValue());
        }
        return usage;
    }

    /** For a moment nobody may put it into a bag, so that it can be seen whether anybody has. */
    void setAside(Document document) {
        documents.updateOne(eq("_id", document.documentId()), set(ASIDE, Date.from(clock.instant())));
    }

    void putBack(Document document) {
        documents.updateOne(eq("_id", document.documentId()), unset(ASIDE));
    }

    void delete(Document document) {
        contents.mayBeUnnamed(document.digest());
        documents.deleteOne(eq("_id", document.documentId()));
    }

    /** Removes bytes that no document stands for since before then. */
    void sweep(Instant then) {
        contents.sweep(then, digest -> documents.find(eq("digest", digest)).first() != null);
    }

    @Override
    public void upsert(IssuedDocument issued) {
        byte[] bytes = issued.content().getBytes(StandardCharsets.UTF_8);
        add(
                new Document(
                        issued.documentId(),
                        issued.owner(),
                        issued.kind(),
                        issued.holder(),
                        DIGEST_PREFIX + Sha256.hex(bytes),
                        "application/json",
                        bytes.length,
                        Grade.A,
                        new Provenance(Origin.ISSUED, issued.code(), issued.caseNo()),
                        issued.issuedAt(),
                        issued.validUntil()),
                new ByteArrayInputStream(bytes));
    }

    public Optional<Document> find(String owner, String documentId) {
        return find(documentId).filter(document -> document.owner().equals(owner));
    }

    /** Whoever's it is: the caller decides who may have it. */
    Optional<Document> find(String documentId) {
        return Optional.ofNullable(documents.find(eq("_id", documentId)).first())
                .map(Documents::read);
    }

    /** Those of these documents that are this owner's and that nobody is about to delete. */
    public List<Document> owned(String owner, Collection<String> documentIds) {
        if (documentIds.isEmpty()) {
            return List.of();
        }
        Date stuck = Date.from(clock.instant().minus(ASIDE_AT_MOST));
        Bson there = or(exists(ASIDE, false), lt(ASIDE, stuck));
        return read(and(in("_id", documentIds), there), documentIds.size()).stream()
                .filter(document -> document.owner().equals(owner))
                .toList();
    }

    /** This owner's documents of these kinds, best first. */
    public List<Document> ofKinds(String owner, Collection<String> kinds) {
        return read(and(eq("owner", owner), in("kind", kinds)), SUGGESTED_AT_MOST).stream()
                .sorted(Document.BEST_FIRST)
                .toList();
    }

    /** This owner's documents behind the cursor, newest first. */
    List<Document> page(String owner, @Nullable Cursor after, int limit) {
        Bson mine = eq("owner", owner);
        Bson wanted = after == null
                ? mine
                : and(
                        mine,
                        lte("addedAt", Date.from(after.addedAt())),
                        or(lt("addedAt", Date.from(after.addedAt())), lt("_id", after.documentId())));
        return read(wanted, limit);
    }

    Content content(Document document) {
        return contents.open(document.digest());
    }

    private List<Document> read(Bson wanted, int limit) {
        List<Document> found = new ArrayList<>();
        documents
                .find(wanted)
                .sort(Sorts.descending("addedAt", "_id"))
                .limit(limit)
                .forEach(stored -> found.add(read(stored)));
        return found;
    }

    private void insert(Document document) {
        BsonDocument stored = BsonCodecs.write(Document.class, document);
        stored.put("_id", stored.remove("documentId"));
        try {
            documents.insertOne(stored);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    private static Document read(BsonDocument stored) {
        BsonDocument state = stored.clone();
        state.put("documentId", state.remove("_id"));
        return BsonCodecs.read(Document.class, state);
    }
}
