package org.tongban.platform.kit;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.tongban.platform.aggregate.Layout;

/**
 * A whole service that dies and comes back in one process after the other, while its broker and its store stay; its far
 * sides do not answer.
 */
public final class MortalService implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final List<String> HEARD = List.of("positions", "application", "last");
    private static final String NOBODY = "http://127.0.0.1:9";

    /** It finds out quickly that the one before it died. */
    private static final Map<String, String> SETTINGS = Map.of(
            "server.port", "0",
            "spring.kafka.consumer.properties.session.timeout.ms", "1500",
            "spring.kafka.consumer.properties.heartbeat.interval.ms", "300",
            "tongban.relay.lease", "1s",
            "tongban.relay.grace", "100ms",
            "tongban.relay.sweep-every", "200ms",
            "tongban.far-sides.application", NOBODY,
            "tongban.far-sides.notification", NOBODY,
            "springdoc.api-docs.enabled", "false");

    private final Broker broker = new Broker();
    private final TestStore store = TestStore.open();
    private final String collection;
    private final Fork fork;

    /**
     * @param collection where it keeps what it knows about each code
     * @param more settings that only this service has
     */
    public MortalService(Class<?> main, String collection, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("spring.mongodb.uri", TestStore.uri());
        settings.put("tongban.database", store.database().getName());
        settings.put("spring.kafka.bootstrap-servers", broker.address());
        settings.putAll(more);
        this.collection = collection;
        this.fork = new Fork(main, settings);
    }

    public Broker broker() {
        return broker;
    }

    public TestStore store() {
        return store;
    }

    public void dieAt(String point) {
        fork.dieAt(point);
    }

    public void whileItRuns(Runnable work) {
        fork.whileItRuns(work);
    }

    /** Its database is emptied: it does not start any more, until it has been restored. */
    public void loseAndRestore() {
        store.database().drop();
        fork.exitWith(1);
        fork.exitWith(0, "restore");
    }

    /** Waits until it has heard that event of the application and told all that it had to tell about the code. */
    public void awaitHeard(String code, long sequence) {
        await().atMost(LONG).until(() -> {
            Document document = document(code);
            return Objects.equals(document.getEmbedded(HEARD, Long.class), sequence)
                    && !document.containsKey(Layout.PENDING_SINCE);
        });
    }

    /** What it keeps about that code; empty when that is nothing. */
    public Document document(String code) {
        Document found = store.database()
                .getCollection(collection)
                .find(new Document(Layout.ID, code))
                .first();
        return found == null ? new Document() : found;
    }

    @Override
    public void close() {
        store.close();
        broker.close();
    }
}
