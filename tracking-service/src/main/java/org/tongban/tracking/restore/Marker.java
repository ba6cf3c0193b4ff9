package org.tongban.tracking.restore;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;

/** Stands in the database from the beginning of a restore to its end, so that half of one is never served. */
final class Marker {
    private static final String ID = "restore";

    private final MongoCollection<Document> markers;

    Marker(MongoDatabase database) {
        this.markers = database.getCollection("restoring");
    }

    void set() {
        markers.replaceOne(eq("_id", ID), new Document("_id", ID), new ReplaceOptions().upsert(true));
    }

    boolean isSet() {
        return markers.find(eq("_id", ID)).first() != null;
    }

    void remove() {
        markers.deleteOne(eq("_id", ID));
    }
}
