package org.tongban.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A store that is told to step down says what the primary of a replica set says then, and comes back. */
@Timeout(60)
class FailoverTest {

    private static final int TRIES = 60;

    private final EmbeddedStore store = EmbeddedStore.temporary();
    /** Takes the one address as it is, whatever it says about itself. */
    private final MongoClient single = MongoClients.create(store.uri());

    private final MongoCollection<Document> kept = kept(single);

    private static MongoCollection<Document> kept(MongoClient client) {
        return client.getDatabase("test").getCollection("kept");
    }

    /** Looks for the primary of the set. */
    private MongoClient ofTheSet(long selectionMillis) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(store.uri() + "&replicaSet=" + Primacy.SET))
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(selectionMillis, TimeUnit.MILLISECONDS))
                .build());
    }

    @AfterEach
    void close() {
        single.close();
        store.close();
    }

    private Document stepDown(int seconds) {
        return single.getDatabase("admin").runCommand(new Document(Primacy.STEP_DOWN, seconds));
    }

    @Test
    void itRefusesToWriteAsOneThatIsNoPrimary() {
        kept.insertOne(new Document("_id", 1));

        stepDown(600);

        MongoException refused = refusedBy(10107, () -> kept.insertOne(new Document("_id", 2)));
        assertThat(refused).isInstanceOf(MongoNotPrimaryException.class);
        assertThat(refused.hasErrorLabel("RetryableWriteError")).isTrue();
    }

    @Test
    void itRefusesToReadAsWell() {
        kept.insertOne(new Document("_id", 1));

        stepDown(600);

        assertThat(refusedBy(13435, () -> kept.find().first()).hasErrorLabel("RetryableWriteError"))
                .isFalse();
    }

    /** The driver tells a query that was refused by another exception than a write, under the same code. */
    private static MongoException refusedBy(int code, Runnable command) {
        return patiently(() -> {
            try {
                command.run();
                throw new AssertionError("it was carried out");
            } catch (MongoException e) {
                if (e.getCode() == code) {
                    return e;
                }
                throw e;
            }
        });
    }

    /** The connections that were at rest were closed, which the driver learns by using them. */
    private static <R> R patiently(Supplier<R> work) {
        MongoException last = new MongoException("never tried");
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                return work.get();
            } catch (MongoException e) {
                last = e;
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
        throw last;
    }

    @Test
    void aDriverOfTheSetFindsNoPrimaryMeanwhile() {
        try (MongoClient client = ofTheSet(1_500)) {
            kept(client).insertOne(new Document("_id", 1));

            stepDown(600);

            MongoTimeoutException none = patiently(() -> {
                try {
                    kept(client).find().first();
                    throw new AssertionError("it was carried out");
                } catch (MongoTimeoutException e) {
                    return e;
                }
            });
            assertThat(none).hasMessageContaining("REPLICA_SET_SECONDARY");
        }
    }

    @Test
    void itSaysSoInItsHello() {
        Document before = hello();

        stepDown(600);
        Document after = hello();

        assertThat(before)
                .containsEntry("isWritablePrimary", true)
                .containsEntry("setName", "tongban")
                .containsEntry("primary", "127.0.0.1:" + store.port());
        assertThat(after)
                .containsEntry("isWritablePrimary", false)
                .containsEntry("secondary", true)
                .doesNotContainKey("primary");
    }

    private Document hello() {
        return patiently(() -> single.getDatabase("admin").runCommand(new Document("hello", 1)));
    }

    @Test
    void afterItsTimeItIsThePrimaryAgainWithAllItHad() {
        try (MongoClient client = ofTheSet(20_000)) {
            MongoCollection<Document> things = kept(client);
            things.insertOne(new Document("_id", 1));

            stepDown(1);
            assertThat(things.find().first()).isEqualTo(new Document("_id", 1));
            things.insertOne(new Document("_id", 2));

            assertThat(things.countDocuments()).isEqualTo(2);
        }
    }

    @Test
    void whatWasUnderWayIsADoubtAndWhatWasAcknowledgedIsThere() throws InterruptedException {
        List<Integer> acknowledged = new ArrayList<>();
        List<MongoException> refused = new ArrayList<>();
        AtomicBoolean over = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            for (int i = 0; !over.get(); i++) {
                try {
                    kept.insertOne(new Document("_id", i));
                    acknowledged.add(i);
                } catch (MongoException e) {
                    refused.add(e);
                }
            }
        });

        writer.start();
        for (int times = 0; times < 3; times++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            patiently(() -> stepDown(1));
        }
        over.set(true);
        writer.join();

        assertThat(refused).isNotEmpty();
        List<Integer> there = kept.find().map(found -> found.getInteger("_id")).into(new ArrayList<>());
        assertThat(there).containsAll(acknowledged);
    }

    @Test
    void nobodyStepsDownForNoTimeOrForEver() {
        assertThatThrownBy(() -> stepDown(0)).isInstanceOf(MongoCommandException.class);
        assertThatThrownBy(() -> stepDown(601))
                .isInstanceOf(MongoCommandException.class)
                .hasMessageContaining("1 to 600");

        kept.insertOne(new Document("_id", 1));
    }
}
