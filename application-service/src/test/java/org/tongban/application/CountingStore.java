package org.tongban.application;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.tongban.platform.mongo.BsonCodecs;
import org.tongban.store.EmbeddedStore;

/** A store of a test's own that says how many documents it looked at: no clock is needed to see a scan. */
public final class CountingStore implements AutoCloseable {
    private final EmbeddedStore store = EmbeddedStore.temporary();
    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(store.uri()))
            .codecRegistry(BsonCodecs.registry())
            .build());

    public MongoDatabase database() {
        return client.getDatabase("counted");
    }

    public long examinedBy(Runnable use) {
        long before = store.examined();
        use.run();
        return store.examined() - before;
    }

    @Override
    public void close() {
        client.close();
        store.close();
    }
}
