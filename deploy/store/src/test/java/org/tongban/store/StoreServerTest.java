package org.tongban.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreServerTest {

    private static final int REFUSED = 1;

    @Test
    void whatWasWrittenIsThereAfterAnOrderlyEnd(@TempDir Path directory) throws IOException, InterruptedException {
        try (ForkedStore store = ForkedStore.start(directory);
                MongoClient client = MongoClients.create(store.uri())) {
            client.getDatabase("test").getCollection("kept").insertOne(new Document("_id", 1));
            store.process().destroy();
            assertThat(store.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
        }

        try (EmbeddedStore store = EmbeddedStore.open(directory, 0);
                MongoClient client = MongoClients.create(store.uri())) {
            assertThat(client.getDatabase("test").getCollection("kept").countDocuments())
                    .isEqualTo(1);
        }
    }

    @Test
    void aDirectoryInUseIsRefusedInOneSentence(@TempDir Path directory) throws IOException, InterruptedException {
        try (EmbeddedStore store = EmbeddedStore.open(directory, 0)) {
            assertThat(store.port()).isPositive();

            assertThat(refusal(directory, 0)).isEqualTo("the store in " + directory + " is in use by another process");
        }
    }

    @Test
    void aPortInUseIsRefusedInOneSentence(@TempDir Path directory) throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(refusal(directory, taken.getLocalPort()))
                    .isEqualTo("port " + taken.getLocalPort() + " of 127.0.0.1 is in use");
        }
    }

    private static String refusal(Path directory, int port) throws IOException, InterruptedException {
        Process process = ForkedStore.command(directory, port).start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(REFUSED);
        return said.strip();
    }
}
