package org.tongban.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many at once; {@code -Dtongban.test.writes=100000} makes it last beyond several compactions. */
class ReadersAndWritersTest {

    private static final int WRITES = Integer.getInteger("tongban.test.writes", 300);
    private static final int CODES = 50;
    private static final int WRITERS = 4;

    private final AtomicLong[] acknowledged =
            IntStream.range(0, CODES).mapToObj(code -> new AtomicLong()).toArray(AtomicLong[]::new);
    private final AtomicLong won = new AtomicLong();

    @Test
    void readersSeeWholeDocumentsAndAllThatWasAcknowledged(@TempDir Path directory)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (EmbeddedStore store = EmbeddedStore.open(directory, 0);
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> codes = client.getDatabase("many").getCollection("codes");
            codes.createIndex(Indexes.ascending("version", "_id"));
            codes.insertMany(IntStream.range(0, CODES)
                    .mapToObj(i -> new Document("_id", i)
                            .append("version", 0L)
                            .append("same", 0L)
                            .append("body", "x".repeat(3_000))
                            .append("outbox", List.of()))
                    .toList());

            AtomicBoolean done = new AtomicBoolean();
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int number = i;
                writers.add(threads.submit(() -> write(codes, number)));
            }
            Future<?> byId = threads.submit(() -> read(codes, done, new Document()));
            Future<?> byIndex = threads.submit(() -> read(codes, done, gte("version", 0L)));
            for (Future<?> writer : writers) {
                writer.get();
            }
            done.set(true);
            byId.get();
            byIndex.get();

            List<Document> all = codes.find().into(new ArrayList<>());
            assertThat(all.stream().mapToLong(code -> code.getLong("version")).sum())
                    .isEqualTo(won.get());
        } finally {
            threads.shutdown();
        }
    }

    /** Compare-and-set: of those who saw one version, one wins. */
    private void write(MongoCollection<Document> codes, int number) {
        for (int i = 0; i < WRITES; i++) {
            int id = (i * 7 + number) % CODES;
            Document code = codes.find(eq("_id", id)).first();
            long version = code == null ? -1 : code.getLong("version");
            long matched = codes.updateOne(
                            and(eq("_id", id), eq("version", version)),
                            combine(
                                    inc("version", 1L),
                                    inc("same", 1L),
                                    version % 20 == 19 ? set("outbox", List.of()) : push("outbox", version)))
                    .getMatchedCount();
            if (matched == 1) {
                won.incrementAndGet();
                acknowledged[id].accumulateAndGet(version + 1, Math::max);
            }
        }
    }

    private void read(MongoCollection<Document> codes, AtomicBoolean done, Bson filter) {
        while (!done.get()) {
            long[] atLeast = new long[CODES];
            for (int i = 0; i < CODES; i++) {
                atLeast[i] = acknowledged[i].get();
            }
            for (Document code : codes.find(filter).batchSize(20)) {
                long version = code.getLong("version");
                assertThat(code.getLong("same")).isEqualTo(version);
                assertThat(code.getList("outbox", Long.class)).hasSize((int) (version % 20));
                assertThat(version).isGreaterThanOrEqualTo(atLeast[code.getInteger("_id")]);
            }
        }
    }
}
