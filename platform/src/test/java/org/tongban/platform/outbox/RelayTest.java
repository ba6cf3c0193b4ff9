package org.tongban.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.NetworkException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.AggregateType;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.aggregate.Layout;
import org.tongban.platform.event.DomainEvent;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;
import org.tongban.platform.trace.Trace;

class RelayTest {
    private final TestClock clock = new TestClock();
    private Consumer<String> beforeSending = number -> {};
    private final MockProducer<String, byte[]> broker =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {
                @Override
                public synchronized Future<RecordMetadata> send(
                        ProducerRecord<String, byte[]> message, Callback acknowledged) {
                    beforeSending.accept(sequence(message));
                    return super.send(message, acknowledged);
                }
            };
    private TestStore store;
    private AggregateStore<Thing> things;
    private Relay relay;

    record Thing(String id, long n) {}

    record Grew(long n, Instant at) implements DomainEvent {
        @Override
        public String type() {
            return "application.grew.v1";
        }
    }

    @BeforeEach
    void open() {
        store = TestStore.open();
        things = new AggregateStore<>(
                store.database(), new AggregateType<>(Thing.class, "things", "id"), clock, id -> {});
        relay = new Relay(
                things.documents(),
                new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(Map.of()) {
                    @Override
                    protected Producer<String, byte[]> createRawProducer(Map<String, Object> settings) {
                        return broker;
                    }
                }),
                RelaySamples.PROPERTIES,
                clock);
        things.insert(new Thing("a", 0), List.of(new Grew(0, clock.instant())));
    }

    @AfterEach
    void close() {
        relay.close();
        store.close();
    }

    @Test
    void anEventGoesOutWithTheTraceInWhichItCameAbout() {
        Trace.continuing("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00", () -> grow("a", 1));

        relay.runOnce();

        assertThat(broker.history().get(0).headers().lastHeader("ce_traceparent"))
                .isNull();
        assertThat(broker.history()
                        .get(1)
                        .headers()
                        .lastHeader("ce_traceparent")
                        .value())
                .asString(StandardCharsets.UTF_8)
                .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
                .endsWith("-00");
    }

    @Test
    void whatIsPendingIsSentInOrderAndThenForgotten() {
        grow("a", 3);

        relay.runOnce();

        assertThat(broker.history()).extracting(RelayTest::sequence).containsExactly("1", "2", "3", "4");
        assertThat(document("a").getArray(Layout.OUTBOX)).isEmpty();
        assertThat(document("a").containsKey(Layout.PENDING_SINCE)).isFalse();
    }

    @Test
    void sendingDoesNotTouchTheVersionSoWritersNeverLoseToTheRelay() {
        long before = things.find("a").orElseThrow().version();

        relay.runOnce();

        assertThat(things.find("a").orElseThrow().version()).isEqualTo(before);
    }

    @Test
    void whatTheBrokerRefusesStaysAndIsSentLaterInTheSameOrder() {
        grow("a", 1);
        broker.sendException = new NetworkException("away");

        relay.runOnce();
        assertThat(document("a").getArray(Layout.OUTBOX)).hasSize(2);
        assertThat(document("a").getInt32(Layout.SEND_FAILURES).getValue()).isEqualTo(1);
        broker.sendException = null;
        clock.tick(Duration.ofSeconds(2));
        relay.runOnce();

        assertThat(broker.history()).extracting(RelayTest::sequence).containsExactly("1", "2");
        assertThat(document("a").containsKey(Layout.SEND_FAILURES)).isFalse();
    }

    @Test
    void thatACodeCanBeSentAgainShowsAsAChange() {
        broker.sendException = new NetworkException("away");
        relay.runOnce();
        broker.sendException = null;
        clock.tick(Duration.ofSeconds(2));

        relay.runOnce();

        assertThat(document("a").getDateTime(Layout.CHANGED_AT).getValue())
                .isEqualTo(clock.instant().toEpochMilli());
    }

    @Test
    void aCodeThatCannotBeSentWaitsAndHoldsUpNoOther() {
        broker.sendException = new NetworkException("away");
        relay.runOnce();
        broker.sendException = null;
        things.insert(new Thing("b", 0), List.of(new Grew(0, clock.instant())));

        relay.runOnce();

        assertThat(broker.history()).extracting(ProducerRecord::key).containsExactly("b");
    }

    @Test
    void aWriteAfterTheOutboxWasEmptiedIsNumberedOn() {
        relay.runOnce();
        grow("a", 1);

        relay.runOnce();

        assertThat(broker.history()).extracting(RelayTest::sequence).containsExactly("1", "2");
    }

    @Test
    void nothingIsSentPastAnEventThatFailed() {
        grow("a", 3);
        beforeSending = number -> {
            if (number.equals("2")) {
                throw new NetworkException("away for one");
            }
        };

        relay.runOnce();

        assertThat(broker.history()).extracting(RelayTest::sequence).containsExactly("1");
        assertThat(document("a").getArray(Layout.OUTBOX)).hasSize(3);
        beforeSending = number -> {};
        clock.tick(Duration.ofSeconds(2));
        relay.runOnce();
        assertThat(broker.history()).extracting(RelayTest::sequence).containsExactly("1", "2", "3", "4");
    }

    @Test
    void aBellDuringAFlightIsHeard() {
        beforeSending = number -> {
            if (number.equals("1")) {
                // the outbox of this flight was read already
                grow("a", 1);
                relay.ring("a");
            }
        };

        relay.ring("a");

        await().until(() -> broker.history().size() == 2);
        assertThat(broker.history()).extracting(RelayTest::sequence).containsExactly("1", "2");
    }

    @Test
    void thePausesGrowUpToTheLongest() {
        beforeSending = number -> {
            throw new NetworkException("away");
        };
        List<Duration> pauses = new ArrayList<>();

        for (int failure = 0; failure < 8; failure++) {
            relay.runOnce();
            Instant next = Instant.ofEpochMilli(
                    document("a").getDateTime(Layout.PENDING_SINCE).getValue());
            pauses.add(Duration.between(clock.instant(), next));
            clock.set(next);
        }

        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void whoRingsAfterTheEndIsToldNothingAndTheEventStays() {
        relay.close();

        relay.ring("a");

        assertThat(broker.history()).isEmpty();
        assertThat(document("a").getArray(Layout.OUTBOX)).hasSize(1);
    }

    private void grow(String id, int times) {
        IntStream.range(0, times)
                .forEach(i -> things.change(
                        id,
                        thing -> Change.telling(
                                new Thing(id, thing.n() + 1), new Grew(thing.n() + 1, clock.instant()))));
    }

    private BsonDocument document(String id) {
        return things.find(id).orElseThrow().document();
    }

    private static String sequence(ProducerRecord<String, byte[]> message) {
        return new String(message.headers().lastHeader("ce_sequence").value(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
