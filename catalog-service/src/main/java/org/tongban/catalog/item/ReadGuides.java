package org.tongban.catalog.item;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.tongban.platform.json.Json;

/** The guides asked for most, by the digest of their text: one is asked for far more often than it is published. */
final class ReadGuides {
    static final int KEPT = 500;

    private final Cache<String, Item> byDigest =
            Caffeine.newBuilder().maximumSize(KEPT).executor(Runnable::run).build();

    Item of(Edition edition) {
        return byDigest.get(
                edition.digest(), digest -> ItemReader.read(Json.mapper().readTree(edition.gsi())));
    }

    int size() {
        return byDigest.asMap().size();
    }
}
