package org.tongban.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Documents whose places are known, as far as they still match when they are read. */
record Gathered(StoreCollection collection, Document filter, Deque<Key> positions) implements Hits {

    @Override
    public @Nullable Hit next() {
        while (!positions.isEmpty()) {
            Hit hit = collection.match(positions.remove(), filter);
            if (hit != null) {
                return hit;
            }
        }
        return null;
    }

    @Override
    public void pause() {
        // each document is read anew
    }
}
