package org.tongban.application.document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.gridfs.model.GridFSFile;
import java.util.Optional;
import org.bson.BsonDocument;

/**
 * The bytes of one file, chunk by chunk.
 *
 * <p>Each chunk is a read of its own: neither this service nor the store holds a file for a caller who takes its time.
 */
final class Content {
    private final MongoCollection<BsonDocument> chunks;
    private final GridFSFile file;
    private final long count;
    private long next;

    Content(MongoCollection<BsonDocument> chunks, GridFSFile file) {
        this.chunks = chunks;
        this.file = file;
        this.count = (file.getLength() + file.getChunkSize() - 1) / file.getChunkSize();
    }

    /**
     * The next chunk; empty behind the last.
     *
     * @throws IllegalStateException when the store has lost it
     */
    Optional<byte[]> next() {
        if (next == count) {
            return Optional.empty();
        }
        BsonDocument chunk = chunks.find(and(eq("files_id", file.getId()), eq("n", (int) next)))
                .first();
        if (chunk == null) {
            throw new IllegalStateException("chunk " + next + " of file " + file.getId() + " is not in the store");
        }
        next++;
        return Optional.of(chunk.getBinary("data").getData());
    }
}
