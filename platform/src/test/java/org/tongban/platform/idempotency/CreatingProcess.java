package org.tongban.platform.idempotency;

import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.bson.Document;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.kit.TestStore;

/** Makes one thing under a key, in a JVM that may die before the answer is kept. */
final class CreatingProcess {
    private static final Command COMMAND = new Command("me", "POST /things", "k", "x", null);

    private CreatingProcess() {}

    static Answer create(MongoDatabase database, Clock clock) {
        return new Idempotency(database, clock)
                .create(
                        COMMAND,
                        OpaqueId::next,
                        id -> {
                            if (database.getCollection("things")
                                            .find(new Document("_id", id))
                                            .first()
                                    == null) {
                                database.getCollection("things").insertOne(new Document("_id", id));
                            }
                            return Answer.created(URI.create("/things/" + id), Map.of("id", id));
                        },
                        id -> Map.of("id", id));
    }

    /** Arguments: the store's address, the database. */
    public static void main(String[] arguments) {
        create(TestStore.client(arguments[0]).getDatabase(arguments[1]), Clock.systemUTC());
        Runtime.getRuntime().halt(0);
    }
}
