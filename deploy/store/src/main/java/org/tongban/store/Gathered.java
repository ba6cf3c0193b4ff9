package org.tongban.store;

import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Documents whose places are known, as far as they still match when they are read. */
record Gathered(StoreCollection collection, Wanted wanted, Deque<Key> positions) implements Hits {

    @Override
    public @Nullable Hit next() {
        while (!positions.isEmpty()) {
            Hit hit = collection.match(positions.remove(), wanted);
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
