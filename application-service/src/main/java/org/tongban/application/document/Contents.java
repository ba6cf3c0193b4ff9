package org.tongban.application.document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSFile;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Optional;
import java.util.function.Predicate;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.platform.loop.Sweep;

/**
 * The bytes behind the documents, found by their digest, each kept once.
 *
 * <p>In GridFS the digest is the file's name and not its id: an upload that is cut off must not stand in the way of the
 * next. Before anything that a crash may cut off, a note of it is written; the sweeper looks into the notes alone.
 */
final class Contents {
    /** What a download holds in memory; files of before, in chunks of 1 MiB, are read as they are. */
    static final int CHUNK = 256 * 1024;

    private static final Logger log = LoggerFactory.getLogger(Contents.class);
    private static final String BUCKET = "contents";
    private static final String ID = "_id";
    private static final String AT = "at";
    private static final String NAME = "filename";
    private static final String FILE = "files_id";
    private static final String KEPT_AT = "keptAt";

    private final GridFSBucket bucket;
    private final MongoCollection<BsonDocument> files;
    private final MongoCollection<BsonDocument> chunks;
    private final MongoCollection<Document> unfinished;
    private final MongoCollection<Document> unnamed;
    private final Clock clock;

    Contents(MongoDatabase database, Clock clock) {
        this.bucket = GridFSBuckets.create(database, BUCKET);
        this.files = database.getCollection(BUCKET + ".files", BsonDocument.class);
        this.chunks = database.getCollection(BUCKET + ".chunks", BsonDocument.class);
        this.unfinished = database.getCollection(BUCKET + ".unfinished");
        this.unnamed = database.getCollection(BUCKET + ".unnamed");
        this.clock = clock;
        unfinished.createIndex(Indexes.ascending(AT, ID));
        unnamed.createIndex(Indexes.ascending(AT, ID));
    }

    /** Keeps these bytes, unless bytes with this digest are kept already. */
    void keep(String digest, InputStream bytes) {
        Date now = Date.from(clock.instant());
        boolean isKept = files.updateOne(eq(NAME, digest), set("metadata." + KEPT_AT, now))
                        .getMatchedCount()
                == 1;
        if (!isKept) {
            ObjectId file = new ObjectId();
            note(unfinished, file.toHexString());
            bucket.uploadFromStream(
                    new BsonObjectId(file),
                    digest,
                    bytes,
                    new GridFSUploadOptions().chunkSizeBytes(CHUNK).metadata(new Document(KEPT_AT, now)));
            unfinished.deleteOne(eq(ID, file.toHexString()));
        }
    }

    /** The bytes with this digest. */
    Content open(String digest) {
        GridFSFile file = Optional.ofNullable(bucket.find(eq(NAME, digest)).first())
                .orElseThrow(() -> new IllegalStateException("the bytes of " + digest + " are gone"));
        return new Content(chunks, file);
    }

    /** Says beforehand that soon nothing may stand for these bytes. */
    Date mayBeUnnamed(String digest) {
        return note(unnamed, digest);
    }

    /** Something stands for them after all. */
    void isNamed(String digest, Date noted) {
        unnamed.deleteOne(and(eq(ID, digest), eq(AT, noted)));
    }

    private Date note(MongoCollection<Document> notes, String id) {
        Date now = Date.from(clock.instant());
        notes.updateOne(eq(ID, id), set(AT, now), new UpdateOptions().upsert(true));
        return now;
    }

    /**
     * Removes what uploads that were cut off have left, and bytes for which nothing stands.
     *
     * @param then what was noted since may still go on
     * @param isNamed whether anything stands for the bytes with that digest
     */
    void sweep(Instant then, Predicate<String> isNamed) {
        Date before = Date.from(then);
        new Sweep("contents-unnamed", unnamed, AT).each(lt(AT, before), digest -> {
            if (!isNamed.test(digest)) {
                remove(digest, then);
            }
            unnamed.deleteOne(and(eq(ID, digest), lt(AT, before)));
        });
        new Sweep("contents-unfinished", unfinished, AT).each(lt(AT, before), file -> {
            ObjectId id = new ObjectId(file);
            if (files.find(eq(ID, id)).first() == null) {
                chunks.deleteMany(eq(FILE, id));
            }
            unfinished.deleteOne(eq(ID, file));
        });
    }

    /** Only as it was looked at: whoever brings the same bytes meanwhile marks the file, and it stays. */
    private void remove(String digest, Instant then) {
        for (GridFSFile file : bucket.find(eq(NAME, digest)).into(new ArrayList<>())) {
            Document metadata = file.getMetadata();
            Date kept = metadata == null ? null : metadata.getDate(KEPT_AT);
            if (kept != null && !kept.toInstant().isBefore(then)) {
                continue;
            }
            note(unfinished, file.getObjectId().toHexString());
            long removed = files.deleteOne(and(eq(ID, file.getId()), eq("metadata." + KEPT_AT, kept)))
                    .getDeletedCount();
            if (removed == 1) {
                chunks.deleteMany(eq(FILE, file.getId()));
                log.info("removed a file for which no document stands file={}", file.getId());
            }
        }
    }
}
