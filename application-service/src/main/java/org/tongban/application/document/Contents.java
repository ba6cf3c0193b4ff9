package org.tongban.application.document;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import java.io.InputStream;

/**
 * The bytes behind the documents, found by their digest, each kept once; another kind of store needs only these two
 * verbs.
 *
 * <p>In GridFS the digest is the file's name and not its id: chunks of an upload that a crash cut off would hold that
 * id for ever.
 */
final class Contents {
    private static final String BUCKET = "contents";
    private static final int CHUNK = 1024 * 1024;

    private final GridFSBucket bucket;

    Contents(MongoDatabase database) {
        this.bucket = GridFSBuckets.create(database, BUCKET);
    }

    /** Keeps these bytes, unless bytes with this digest are kept already. */
    void keep(String digest, InputStream bytes) {
        if (bucket.find(eq("filename", digest)).first() == null) {
            bucket.uploadFromStream(digest, bytes, new GridFSUploadOptions().chunkSizeBytes(CHUNK));
        }
    }

    /** The bytes with this digest. */
    InputStream open(String digest) {
        return bucket.openDownloadStream(digest);
    }
}
