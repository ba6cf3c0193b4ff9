package org.tongban.platform.kit;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.mongo.BsonCodecs;
import org.tongban.store.EmbeddedStore;

/**
 * A database of a test's own, on the store that the setting {@code tongban.test.mongodb-uri} names, else on one embedded
 * store shared by the whole test run.
 */
public final class TestStore implements AutoCloseable {
    private final MongoClient client;
    private final MongoDatabase database;

    private TestStore(MongoClient client, String database) {
        this.client = client;
        this.database = client.getDatabase(database);
    }

    public static TestStore open() {
        return of(uri(), "test_" + OpaqueId.next());
    }

    /** The database of a test that runs in another process. */
    public static TestStore of(String uri, String database) {
        return new TestStore(client(uri), database);
    }

    /** A client with the settings of a service; for processes that a test starts. */
    public static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .codecRegistry(BsonCodecs.registry())
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .build());
    }

    /** For tests that start a whole service. */
    public static String uri() {
        String set = System.getProperty("tongban.test.mongodb-uri", "");
        return set.isEmpty() ? Shared.STORE.uri() : set;
    }

    public MongoDatabase database() {
        return database;
    }

    /** As if every lease of who died had run out: leases go by the store's own clock, which no test can move. */
    public void endLeases() {
        database().getCollection("leases").drop();
    }

    @Override
    public void close() {
        database.drop();
        client.close();
    }

    private static final class Shared {
        static final EmbeddedStore STORE = EmbeddedStore.temporary();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(STORE::close));
        }
    }
}
