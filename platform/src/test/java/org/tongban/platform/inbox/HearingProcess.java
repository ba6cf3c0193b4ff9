package org.tongban.platform.inbox;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.AggregateType;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.aggregate.Stored;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.Source;
import org.tongban.platform.kit.Broker;
import org.tongban.platform.kit.TestStore;
import org.tongban.platform.restore.HeardMarks;

/** Hears what is told about codes and writes each number into the code's diary, as a service that may die. */
final class HearingProcess implements AutoCloseable {
    static final Source TELLER = new Source("tracking");

    /** How long a process listens that does not die. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final CountDownLatch holding = new CountDownLatch(1);
    private final CountDownLatch leave = new CountDownLatch(1);
    private final AggregateStore<Diary> diaries;
    private final HeardMarks heard;
    private final ConcurrentMessageListenerContainer<String, byte[]> container;

    record Diary(String code, List<Long> heard) {
        Diary with(long n) {
            List<Long> more = new ArrayList<>(heard);
            more.add(n);
            return new Diary(code, List.copyOf(more));
        }
    }

    HearingProcess(MongoDatabase database, String broker, String group) {
        diaries = new AggregateStore<>(
                database, new AggregateType<>(Diary.class, "diaries", "code"), Clock.systemUTC(), id -> {});
        Subscription subscription = new Subscription(group, Map.of(TELLER, handlers()));
        InboxConfiguration configuration = new InboxConfiguration();
        DeadLetters deadLetters = configuration.deadLetters(subscription, Broker.template(broker));
        Inbox inbox = configuration.inbox(subscription, database, Clock.systemUTC(), deadLetters);
        KafkaProperties properties = new KafkaProperties();
        properties.setBootstrapServers(List.of(broker));
        properties.getConsumer().getProperties().put("session.timeout.ms", "1000");
        properties.getConsumer().getProperties().put("heartbeat.interval.ms", "300");
        heard = configuration.heardMarks(subscription, database, properties);
        container = configuration.listenerContainer(subscription, inbox, deadLetters, heard, properties);
        inbox.drainAll();
        container.start();
    }

    private EventHandlers<Diary> handlers() {
        return EventHandlers.bornBy(diaries, code -> new Diary(code, List.of()))
                .on("tracking.noted.v1", HearingProcess::noted)
                .on("tracking.held.v1", (diary, event) -> {
                    awaitLeave();
                    return noted(diary, event);
                })
                .on("tracking.poison.v1", (diary, event) -> {
                    throw new ArithmeticException("never");
                });
    }

    private void awaitLeave() {
        holding.countDown();
        try {
            leave.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for an event that is to be held. */
    void awaitHolding() throws InterruptedException {
        holding.await();
    }

    /** Begins to stop, and lets the event that is held go on. */
    CountDownLatch stop() {
        CountDownLatch stopped = new CountDownLatch(1);
        container.stop(stopped::countDown);
        leave.countDown();
        return stopped;
    }

    private static Change<Diary> noted(Diary diary, Envelope event) {
        return Change.silently(diary.with(event.sequence()));
    }

    /** Writes down how far its store is, as a service does now and then. */
    void mark() {
        heard.keep();
    }

    List<Long> heard(String code) {
        return diaries.find(code).map(stored -> stored.state().heard()).orElse(List.of());
    }

    /** How far that code has been heard, skipped numbers counted. */
    long last(String code) {
        return diaries.find(code).map(HearingProcess::last).orElse(0L);
    }

    private static long last(Stored<Diary> stored) {
        return stored.heard(TELLER);
    }

    @Override
    public void close() {
        container.stop();
    }

    /** Arguments: the store's address, the database, the broker's address, the group. */
    public static void main(String[] arguments) throws InterruptedException {
        MongoDatabase database = TestStore.client(arguments[0]).getDatabase(arguments[1]);
        HearingProcess hearing = new HearingProcess(database, arguments[2], arguments[3]);
        Thread.sleep(PATIENCE.toMillis());
        hearing.close();
        Runtime.getRuntime().halt(0);
    }
}
