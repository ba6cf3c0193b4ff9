package org.tongban.platform.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.Layout;
import org.tongban.platform.crash.CrashPoints;
import org.tongban.platform.event.EventWire;
import org.tongban.platform.event.Source;
import org.tongban.platform.trace.Trace;

/**
 * Sends what a collection's outboxes hold: per code in order, one flight at a time, and removes only what the broker
 * acknowledged. It never touches {@code version}; writers never remove.
 */
public final class Relay implements AggregateStore.Bell, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final int SWEPT_AT_ONCE = 500;
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(5);
    private static final Bson WHAT_IT_NEEDS = include(Layout.OUTBOX, Layout.SEND_FAILURES);

    private enum Flight {
        ONCE,
        AGAIN
    }

    private final MongoCollection<BsonDocument> documents;
    private final KafkaTemplate<String, byte[]> kafka;
    private final RelayProperties properties;
    private final Clock clock;
    private final ExecutorService pool;
    private final ConcurrentHashMap<String, Flight> flights = new ConcurrentHashMap<>();

    public Relay(
            MongoCollection<BsonDocument> documents,
            KafkaTemplate<String, byte[]> kafka,
            RelayProperties properties,
            Clock clock) {
        this.documents = documents;
        this.kafka = kafka;
        this.properties = properties;
        this.clock = clock;
        this.pool = Executors.newFixedThreadPool(properties.threads(), work -> {
            Thread thread = new Thread(work, "relay-" + documents.getNamespace().getCollectionName());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Throws at nobody: the caller's write is stored, and what is not sent now is sent by a sweeper. */
    @Override
    public void ring(String id) {
        if (flights.merge(id, Flight.ONCE, (flying, ring) -> Flight.AGAIN) != Flight.ONCE) {
            return;
        }
        try {
            pool.execute(() -> fly(id));
        } catch (RejectedExecutionException e) {
            flights.remove(id);
            log.debug("the outbox of {} waits for the next start", id, e);
        }
    }

    /** Rings for every code that has waited longer than the grace, oldest first; the sweeper's loop calls it. */
    public int sweep() {
        return due(properties.grace(), this::ring);
    }

    /** Sends all that is due here and now, in the caller's thread; for tests and for a shutdown. */
    public int runOnce() {
        return due(Duration.ZERO, this::send);
    }

    private int due(Duration grace, Consumer<String> each) {
        Date until = Date.from(clock.instant().minus(grace));
        List<String> ids = new ArrayList<>();
        documents
                .find(lte(Layout.PENDING_SINCE, until))
                .projection(include(Layout.ID))
                .sort(Sorts.ascending(Layout.PENDING_SINCE))
                .limit(SWEPT_AT_ONCE)
                .forEach(document -> ids.add(document.getString(Layout.ID).getValue()));
        ids.forEach(each);
        return ids.size();
    }

    private void fly(String id) {
        do {
            try {
                send(id);
            } catch (RuntimeException | Error e) {
                log.warn(
                        "the outbox of {} could not be read or emptied, the sweeper will try again: {}",
                        id,
                        e.toString());
            }
        } while (!flights.remove(id, Flight.ONCE) && flights.replace(id, Flight.AGAIN, Flight.ONCE));
    }

    private void send(String id) {
        BsonDocument document =
                documents.find(eq(Layout.ID, id)).projection(WHAT_IT_NEEDS).first();
        if (document == null) {
            return;
        }
        long acknowledged = 0;
        boolean failed = false;
        for (BsonValue value : document.getArray(Layout.OUTBOX, new BsonArray())) {
            if (pool.isShutdown()) {
                break;
            }
            BsonDocument entry = value.asDocument();
            CrashPoints.reached("relay.before-send");
            if (!isAcknowledged(id, entry)) {
                failed = true;
                break;
            }
            CrashPoints.reached("relay.after-send");
            acknowledged = entry.getInt64("no").getValue();
        }
        if (acknowledged > 0) {
            documents.updateOne(
                    eq(Layout.ID, id),
                    Updates.pullByFilter(
                            eq(Layout.OUTBOX, lte("no", acknowledged).toBsonDocument())));
            CrashPoints.reached("relay.after-pull");
        }
        if (failed) {
            putOff(id, document);
        } else {
            documents.updateOne(and(eq(Layout.ID, id), eq(Layout.OUTBOX, List.of())), nothingPending(document));
        }
    }

    /** That a code can be sent again is news for whoever counts differences: it shows as a change. */
    private Bson nothingPending(BsonDocument document) {
        Bson sent = combine(unset(Layout.PENDING_SINCE), unset(Layout.SEND_FAILURES));
        return document.containsKey(Layout.SEND_FAILURES)
                ? combine(sent, set(Layout.CHANGED_AT, Date.from(clock.instant())))
                : sent;
    }

    private boolean isAcknowledged(String id, BsonDocument entry) {
        String type = entry.getString("type").getValue();
        try {
            ProducerRecord<String, byte[]> message = EventWire.write(
                    Source.ofType(type),
                    id,
                    entry.getInt64("sequence").getValue(),
                    type,
                    Instant.ofEpochMilli(entry.getDateTime("at").getValue()),
                    entry.getString("data").getValue(),
                    entry.isString(Trace.PARENT) ? entry.getString(Trace.PARENT).getValue() : null);
            kafka.send(message).get(properties.sendTimeout().toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            log.warn("{} of {} was not acknowledged by the broker, it will be sent again: {}", type, id, e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void putOff(String id, BsonDocument document) {
        int failures = document.getInt32(Layout.SEND_FAILURES, new BsonInt32(0)).getValue() + 1;
        long pause = properties.firstPause().toMillis() << Math.min(failures - 1, 20);
        Instant now = clock.instant();
        Instant next = now.plusMillis(Math.min(pause, properties.longestPause().toMillis()));
        documents.updateOne(
                eq(Layout.ID, id),
                combine(
                        set(Layout.PENDING_SINCE, Date.from(next)),
                        set(Layout.SEND_FAILURES, failures),
                        set(Layout.CHANGED_AT, Date.from(now))));
    }

    /** The event under way is waited for, those behind it stay for the next start. */
    @Override
    public void close() {
        pool.shutdown();
        try {
            if (!pool.awaitTermination(CLOSED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
