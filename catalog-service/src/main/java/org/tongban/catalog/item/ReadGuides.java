package org.tongban.catalog.item;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tongban.platform.json.Json;

/** The guides read last, by the digest of their text: one is asked for far more often than it is published. */
final class ReadGuides {
    static final int KEPT = 500;
    private static final float LOAD = 0.75f;

    private final Map<String, Item> byDigest = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, LOAD, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Item> eldest) {
            return size() > KEPT;
        }
    });

    Item of(Edition edition) {
        Item known = byDigest.get(edition.digest());
        if (known != null) {
            return known;
        }
        Item item = ItemReader.read(Json.mapper().readTree(edition.gsi()));
        byDigest.put(edition.digest(), item);
        return item;
    }
}
