package org.tongban.journeys.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoIterable;
import org.bson.Document;

/**
 * What a service asks of the store, about document number {@code n}.
 *
 * @param name what it is for
 * @param asked makes it and says how many documents it found or changed; none at all is a fault of the bench
 */
record Statement(String name, Asked asked) {
    @FunctionalInterface
    interface Asked {
        long of(MongoCollection<Document> documents, int n);
    }

    /** Reads all of an answer as a service does. */
    static long count(MongoIterable<Document> found) {
        long count = 0;
        for (Document ignored : found) {
            count++;
        }
        return count;
    }
}
