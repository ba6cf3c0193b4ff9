package org.tongban.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.AggregateType;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.kit.SilencedStore;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;
import org.tongban.platform.problem.Busy;

/** A store that keeps its connections and says nothing costs a caller seconds, not half a minute. */
final class SilentStoreTest {
    private final SilencedStore store = new SilencedStore(TestStore.uri());
    private final MongoClient client;
    private final AggregateStore<Thing> things;

    record Thing(String id, long n) {}

    SilentStoreTest() {
        MongoClientSettings.Builder settings =
                MongoClientSettings.builder().applyConnectionString(new ConnectionString(store.uri()));
        new MongoConfiguration()
                .durable(new StorePatience(Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(10)))
                .customize(settings);
        client = MongoClients.create(settings.build());
        things = new AggregateStore<>(
                client.getDatabase("test_" + OpaqueId.next()),
                new AggregateType<>(Thing.class, "things", "id"),
                new TestClock(),
                id -> {});
        things.insert(new Thing("a", 0), List.of());
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    @Timeout(8)
    void aReadGivesUpInSeconds() {
        assertThat(things.find("a")).isPresent();
        store.fallSilent();

        assertThatThrownBy(() -> things.find("a")).isInstanceOf(MongoException.class);
    }

    @Test
    @Timeout(20)
    void aWriterDoesNotQueueForeverBehindOneThatWaits() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            other.execute(() -> things.change("a", thing -> {
                first.countDown();
                await(goOn);
                return Change.silently(thing);
            }));
            first.await();

            assertThatThrownBy(() -> things.change("a", Change::silently)).isInstanceOf(Busy.class);
        } finally {
            goOn.countDown();
            other.shutdown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
