package org.tongban.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoSocketException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosedStoreTest {

    @Test
    void aStoreThatGoesDownEndsTheConnectionRatherThanBlamingTheCommand(@TempDir Path directory) {
        try (EmbeddedStore store = EmbeddedStore.open(directory, 0);
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> kept = client.getDatabase("test").getCollection("kept");
            kept.insertOne(new Document("_id", 1));

            store.breakDown();

            assertThatThrownBy(() -> kept.insertOne(new Document("_id", 2))).isInstanceOf(MongoSocketException.class);
        }
    }

    @Test
    void nobodyElseLooksIntoTheFolder(@TempDir Path home) throws IOException {
        Path directory = home.resolve("store");

        EmbeddedStore.open(directory, 0).close();

        assertThat(Files.getPosixFilePermissions(directory)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
}
