package org.tongban.platform.kit;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.tongban.platform.aggregate.Layout;
import org.tongban.platform.event.EventWire;
import org.tongban.platform.event.Source;

/** What a database held at a moment; putting it back leaves the broker as it is. */
public final class StoreCopy {
    private final MongoDatabase database;
    private final Map<String, List<BsonDocument>> held = new HashMap<>();

    private StoreCopy(MongoDatabase database) {
        this.database = database;
        for (String name : database.listCollectionNames()) {
            held.put(
                    name,
                    database.getCollection(name, BsonDocument.class).find().into(new ArrayList<>()));
        }
    }

    public static StoreCopy of(MongoDatabase database) {
        return new StoreCopy(database);
    }

    public void putBack() {
        for (String name : database.listCollectionNames()) {
            database.getCollection(name).deleteMany(new BsonDocument());
        }
        held.forEach((name, documents) -> {
            if (!documents.isEmpty()) {
                database.getCollection(name, BsonDocument.class).insertMany(documents);
            }
        });
    }

    /** Does what the relay does, at once: all that waits in the outboxes of a collection is on the log. */
    public static void relay(MongoDatabase database, String collection, Broker broker) {
        for (BsonDocument document :
                database.getCollection(collection, BsonDocument.class).find().into(new ArrayList<>())) {
            for (BsonValue value : document.getArray(Layout.OUTBOX, new BsonArray())) {
                BsonDocument entry = value.asDocument();
                String type = entry.getString("type").getValue();
                broker.send(EventWire.write(
                        Source.ofType(type),
                        document.getString(Layout.ID).getValue(),
                        entry.getInt64("sequence").getValue(),
                        type,
                        Instant.ofEpochMilli(entry.getDateTime("at").getValue()),
                        entry.getString("data").getValue()));
            }
            database.getCollection(collection)
                    .updateOne(
                            new BsonDocument(Layout.ID, document.get(Layout.ID)),
                            new BsonDocument("$set", new BsonDocument(Layout.OUTBOX, new BsonArray())));
        }
    }
}
