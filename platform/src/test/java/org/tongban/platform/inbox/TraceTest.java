package org.tongban.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.AggregateType;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.event.DomainEvent;
import org.tongban.platform.event.EventWire;
import org.tongban.platform.event.Source;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;
import org.tongban.platform.trace.Trace;

/** That what a listener logs and tells belongs to the request that began it, early events included. */
final class TraceTest {
    private static final String ID = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "00-" + ID + "-b7ad6b7169203331-01";

    private final TestStore store = TestStore.open();
    private final TestClock clock = new TestClock();
    private final List<@Nullable String> traces = new ArrayList<>();
    private final AggregateStore<Thing> things =
            new AggregateStore<>(store.database(), new AggregateType<>(Thing.class, "things", "id"), clock, id -> {});
    private final Inbox inbox = new Inbox(
            Map.of(
                    new Source("application"),
                    EventHandlers.bornBy(things, id -> new Thing(id, 0)).otherwise((thing, event) -> {
                        traces.add(Trace.id());
                        return Change.telling(new Thing(thing.id(), thing.n() + 1), new Grew(clock.instant()));
                    })),
            store.database(),
            clock);
    private final Listener listener = new Listener(
            inbox, new DeadLetters(new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(Map.of())), "group"));

    record Thing(String id, long n) {}

    record Grew(Instant at) implements DomainEvent {
        @Override
        public String type() {
            return "tracking.grew.v1";
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aListenerWorksAndTellsWithinTheTraceOfTheEvent() {
        listener.onMessage(record(1, PARENT));

        assertThat(traces).containsExactly(ID);
        assertThat(outbox())
                .singleElement()
                .asString()
                .startsWith("00-" + ID + "-")
                .endsWith("-01");
        assertThat(Trace.id()).as("and not afterwards").isNull();
    }

    @Test
    void anEarlyEventIsHeardLaterWithinItsOwnTrace() {
        listener.onMessage(record(2, PARENT));
        listener.onMessage(record(1, null));

        assertThat(traces).containsExactly(null, ID);
    }

    @Test
    void noiseIsNoTrace() {
        listener.onMessage(record(1, "00-0-0-0\nforged"));

        assertThat(traces).containsExactly((String) null);
        assertThat(outbox()).containsExactly((String) null);
    }

    private List<@Nullable String> outbox() {
        List<@Nullable String> found = new ArrayList<>();
        things.documents()
                .find()
                .first()
                .getArray("outbox")
                .forEach(entry -> found.add(
                        entry.asDocument().containsKey(Trace.PARENT)
                                ? entry.asDocument().getString(Trace.PARENT).getValue()
                                : null));
        return found;
    }

    private static ConsumerRecord<String, byte[]> record(long sequence, @Nullable String traceparent) {
        ProducerRecord<String, byte[]> told = EventWire.write(
                new Source("application"), "a", sequence, "application.grew.v1", TestClock.START, "{}", traceparent);
        return new ConsumerRecord<>(
                told.topic(),
                0,
                sequence,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                told.key(),
                told.value(),
                told.headers(),
                Optional.empty());
    }
}
