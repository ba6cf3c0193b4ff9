package org.tongban.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands out what a search finds in batches and keeps no documents in between. */
final class ResultCursor extends AbstractCursor {

    /** The first batch of a client that does not say, as with {@code mongod}. */
    static final int FIRST_BATCH = 101;

    private static final long MOST_BYTES = 8L << 20;

    private final StoreCollection collection;
    private final Hits hits;
    private final @Nullable Document projection;
    private boolean empty;

    ResultCursor(long id, StoreCollection collection, Hits hits, @Nullable Document projection) {
        super(id);
        this.collection = collection;
        this.hits = hits;
        this.projection = projection;
    }

    @Override
    public boolean isEmpty() {
        return empty;
    }

    /**
     * @param most 0 for as many as fit into an answer
     */
    @Override
    public List<Document> takeDocuments(int most) {
        List<Document> taken = new ArrayList<>();
        long bytes = 0;
        while ((most == 0 || taken.size() < most) && bytes < MOST_BYTES) {
            Hit hit = hits.next();
            if (hit == null) {
                empty = true;
                break;
            }
            taken.add(collection.projected(hit, projection));
            bytes += hit.size();
        }
        hits.pause();
        return taken;
    }
}
