package org.tongban.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;

/** Writers that know what was acknowledged to them, each with codes of its own in one shared collection. */
final class MixedWriters {

    private static final int CONNECT_SECONDS = 5;

    private final List<MixedWriter> writers;

    MixedWriters(int count, long seed) {
        this.writers = IntStream.range(0, count)
                .mapToObj(number -> new MixedWriter(number, seed + number))
                .toList();
    }

    long acknowledged() {
        return writers.stream().mapToLong(MixedWriter::acknowledged).sum();
    }

    /** Lets all write at once until the store is cut off by what is given. */
    void writeUntilCut(String uri, Runnable cut) throws InterruptedException {
        try (MongoClient client = client(uri)) {
            MongoCollection<Document> codes = codes(client);
            List<Thread> threads = new ArrayList<>();
            for (MixedWriter writer : writers) {
                Thread thread = new Thread(() -> writer.writeUntilCut(codes), "writer-" + writer.number());
                thread.start();
                threads.add(thread);
            }
            cut.run();
            for (Thread thread : threads) {
                thread.join();
            }
        }
        for (MixedWriter writer : writers) {
            writer.rethrow();
        }
    }

    /** Compares every document and every index with what was acknowledged. */
    void check(String uri) {
        try (MongoClient client = client(uri)) {
            MongoCollection<Document> codes = codes(client);
            codes.createIndex(Indexes.ascending("owner", "changedAt"));
            codes.createIndex(Indexes.ascending("pendingSince"), new IndexOptions().sparse(true));
            codes.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
            List<Document> all = codes.find().into(new ArrayList<>());
            writers.forEach(writer -> writer.check(all));
            assertIndexesAgree(codes, all);
        }
    }

    private static void assertIndexesAgree(MongoCollection<Document> codes, List<Document> all) {
        List<Document> pending = codes.find(Filters.gte("pendingSince", 0L)).into(new ArrayList<>());
        assertThat(pending)
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .filter(code -> code.containsKey("pendingSince"))
                        .toList());
        List<Document> numbered = codes.find(Filters.gte("number", "")).into(new ArrayList<>());
        assertThat(numbered).containsExactlyInAnyOrderElementsOf(all);
        List<Document> owned = codes.find(Filters.gte("owner", "")).into(new ArrayList<>());
        assertThat(owned).containsExactlyInAnyOrderElementsOf(all);
    }

    private static MongoCollection<Document> codes(MongoClient client) {
        return client.getDatabase("kill")
                .getCollection("codes")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    private static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(CONNECT_SECONDS, TimeUnit.SECONDS))
                .build());
    }
}
