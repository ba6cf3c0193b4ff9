package org.tongban.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.AggregateType;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.aggregate.Decision;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.event.DomainEvent;
import org.tongban.platform.event.EventWire;
import org.tongban.platform.event.Source;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.idempotency.CommandResult;
import org.tongban.platform.idempotency.Idempotency;
import org.tongban.platform.idempotency.InFlight;
import org.tongban.platform.inbox.EventHandlers;
import org.tongban.platform.inbox.Inbox;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.outbox.Relay;
import org.tongban.platform.outbox.RelayProperties;
import org.tongban.platform.problem.Busy;
import org.tongban.platform.problem.NotFound;
import org.tongban.store.EmbeddedStore;

/** A primary that steps down under load costs time and nothing else: nothing is lost and nothing happens twice. */
@Timeout(120)
final class FailoverTest {
    private static final int WRITERS = 3;
    private static final int COMMANDS_OF_EACH = 40;
    private static final int FAILOVERS = 3;

    private final EmbeddedStore store = EmbeddedStore.temporary();
    private final MongoClient operator = MongoClients.create(store.uri());
    private final MongoClient client = asAService(store.uri() + "&replicaSet=tongban");
    private final MongoDatabase database = client.getDatabase("failover");
    private final TestClock clock = new TestClock();
    private final ExecutorService people = Executors.newCachedThreadPool();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    record Tally(String id, long sum) {}

    record Added(long n, Instant at) implements DomainEvent {
        @Override
        public String type() {
            return "application.added.v1";
        }
    }

    record Diary(String code, List<Long> heard) {
        Diary with(long n) {
            List<Long> more = new ArrayList<>(heard);
            more.add(n);
            return new Diary(code, List.copyOf(more));
        }
    }

    private static MongoClient asAService(String uri) {
        MongoClientSettings.Builder settings =
                MongoClientSettings.builder().applyConnectionString(new ConnectionString(uri));
        new MongoConfiguration()
                .durable(new StorePatience(Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofSeconds(10)))
                .customize(settings);
        return MongoClients.create(settings.build());
    }

    @AfterEach
    void close() {
        people.shutdownNow();
        client.close();
        operator.close();
        store.close();
    }

    @Test
    void whatIsAcknowledgedIsDoneOnceAndToldAndHeardOnce() throws Exception {
        AggregateStore<Tally> tallies = aggregates(Tally.class, "tallies", "id");
        AggregateStore<Diary> diaries = aggregates(Diary.class, "diaries", "code");
        tallies.insert(new Tally("a", 0), List.of());
        MockProducer<String, byte[]> broker =
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        AtomicBoolean over = new AtomicBoolean();
        int all = WRITERS * COMMANDS_OF_EACH;

        List<Future<?>> writers = IntStream.range(0, WRITERS)
                .<Future<?>>mapToObj(writer -> people.submit(() -> addPatiently(tallies, writer)))
                .toList();
        try (Relay relay = relay(tallies, broker)) {
            Future<?> teller = people.submit(() -> {
                while (!over.get()) {
                    patiently(relay::runOnce);
                    LockSupport.parkNanos(5_000_000);
                }
            });
            Future<?> listener = people.submit(() -> hearPatiently(diaries, broker, over));
            failOverUnder(all);
            for (Future<?> writer : writers) {
                writer.get();
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> diaries.find("a")
                            .filter(diary -> diary.state().heard().size() >= all)
                            .isPresent());
            over.set(true);
            teller.get();
            listener.get();
        }

        assertThat(refused).hasPositiveValue();
        assertThat(tallies.find("a").orElseThrow().state().sum()).isEqualTo(all);
        assertThat(diaries.find("a").orElseThrow().state().heard())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, all).boxed().toList());
    }

    @Test
    void whatIsCreatedIsCreatedOnce() throws Exception {
        AggregateStore<Tally> tallies = aggregates(Tally.class, "tallies", "id");
        Idempotency idempotency = new Idempotency(database, clock);
        int all = 200;

        Future<?> creator = people.submit(() -> IntStream.range(0, all).forEach(n -> {
            patiently(() -> idempotency.create(
                    command("create-" + n),
                    OpaqueId::next,
                    id -> {
                        tallies.insert(new Tally(id, n), List.of());
                        return Answer.created(URI.create("/tallies/" + id), Map.of());
                    },
                    id -> Map.of()));
            acknowledged.incrementAndGet();
        }));
        failOverUnder(all);
        creator.get();

        assertThat(refused).hasPositiveValue();
        assertThat(tallies.documents()
                        .find()
                        .map(tally -> tally.getInt64("sum").getValue())
                        .into(new ArrayList<>()))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, all).boxed().toList());
    }

    /** Steps down for a second, again and again, each time after some more was acknowledged. */
    private void failOverUnder(int all) {
        for (int times = 1; times <= FAILOVERS; times++) {
            int enough = times * all / (FAILOVERS + 1);
            await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.get() >= enough);
            patiently(() -> operator.getDatabase("admin").runCommand(new Document("replSetStepDown", 1)));
        }
    }

    private void addPatiently(AggregateStore<Tally> tallies, int writer) {
        for (int n = 0; n < COMMANDS_OF_EACH; n++) {
            Command command = command(writer + "-" + n);
            patiently(() -> tallies.decide("a", command, NotFound::new, stored -> {
                long sum = stored.state().sum() + 1;
                return new Decision<>(
                        Change.telling(new Tally("a", sum), new Added(sum, clock.instant())), CommandResult.ok());
            }));
            acknowledged.incrementAndGet();
        }
    }

    private void hearPatiently(AggregateStore<Diary> diaries, MockProducer<String, byte[]> broker, AtomicBoolean over) {
        EventHandlers<Diary> handlers = EventHandlers.bornBy(diaries, code -> new Diary(code, List.of()))
                .on("application.added.v1", (diary, event) -> Change.silently(diary.with(event.sequence())));
        Inbox inbox = patiently(() -> new Inbox(Map.of(new Source("application"), handlers), database, clock));
        int next = 0;
        while (!over.get()) {
            List<ProducerRecord<String, byte[]>> sent = broker.history();
            for (; next < sent.size(); next++) {
                ConsumerRecord<String, byte[]> message = received(sent.get(next), next);
                patiently(() -> {
                    inbox.hear(EventWire.read(message));
                    return true;
                });
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent, int offset) {
        return new ConsumerRecord<>(
                sent.topic(),
                0,
                offset,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
    }

    /** As callers and consumers do: again and again, as long as waiting helps. */
    private <R> R patiently(Supplier<R> work) {
        while (true) {
            try {
                return work.get();
            } catch (Busy busy) {
                refused.incrementAndGet();
            } catch (InFlight inFlight) {
                clock.tick(Duration.ofSeconds(11));
            } catch (RuntimeException e) {
                if (!StoreTrouble.passes(e)) {
                    throw e;
                }
                refused.incrementAndGet();
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private <T> AggregateStore<T> aggregates(Class<T> type, String collection, String id) {
        return new AggregateStore<>(database, new AggregateType<>(type, collection, id), clock, rung -> {});
    }

    private Relay relay(AggregateStore<Tally> tallies, MockProducer<String, byte[]> broker) {
        return new Relay(
                tallies.documents(),
                new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(Map.of()) {
                    @Override
                    protected Producer<String, byte[]> createRawProducer(Map<String, Object> settings) {
                        return broker;
                    }
                }),
                new RelayProperties(
                        2,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(60)),
                clock);
    }

    private static Command command(String key) {
        return new Command("me", "POST /tallies", key, "digest", null);
    }
}
