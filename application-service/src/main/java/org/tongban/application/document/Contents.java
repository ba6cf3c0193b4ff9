package org.tongban.application.document;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSFile;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import java.io.InputStream;
import java.util.Optional;
import org.bson.BsonDocument;

/**
 * The bytes behind the documents, found by their digest, each kept once; another kind of store needs only these two
 * verbs.
 *
 * <p>In GridFS the digest is the file's name and not its id: chunks of an upload that a crash cut off would hold that
 * id for ever.
 */
final class Contents {
    /** What a download holds in memory; files of before, in chunks of 1 MiB, are read as they are. */
    static final int CHUNK = 256 * 1024;

    private static final String BUCKET = "contents";

    private final GridFSBucket bucket;
    private final MongoCollection<BsonDocument> chunks;

    Contents(MongoDatabase database) {
        this.bucket = GridFSBuckets.create(database, BUCKET);
        this.chunks = database.getCollection(BUCKET + ".chunks", BsonDocument.class);
    }

    /** Keeps these bytes, unless bytes with this digest are kept already. */
    void keep(String digest, InputStream bytes) {
        if (find(digest).isEmpty()) {
            bucket.uploadFromStream(digest, bytes, new GridFSUploadOptions().chunkSizeBytes(CHUNK));
        }
    }

    /** The bytes with this digest. */
    Content open(String digest) {
        GridFSFile file =
                find(digest).orElseThrow(() -> new IllegalStateException("the bytes of " + digest + " are gone"));
        return new Content(chunks, file);
    }

    private Optional<GridFSFile> find(String digest) {
        return Optional.ofNullable(bucket.find(eq("filename", digest)).first());
    }
}
