package org.tongban.application.bag;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.mongo.BsonCodecs;

/** Submits the bag {@code b1} of a database, in a JVM that dies where {@code tongban.crash} says. */
final class CrashingSubmission {
    private CrashingSubmission() {}

    public static void main(String[] uriAndDatabase) {
        MongoDatabase database = MongoClients.create(MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(uriAndDatabase[0]))
                        .codecRegistry(BsonCodecs.registry())
                        .retryWrites(false)
                        .build())
                .getDatabase(uriAndDatabase[1]);
        Workshop.on(database, new TestClock()).submissions().submit(Workshop.COMMAND, "citizen1", "b1");
        Runtime.getRuntime().halt(0);
    }
}
