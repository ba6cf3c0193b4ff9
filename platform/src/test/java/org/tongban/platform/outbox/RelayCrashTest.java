package org.tongban.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.platform.aggregate.Layout;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.kit.Broker;
import org.tongban.platform.kit.Fork;
import org.tongban.platform.kit.TestStore;

/** The teller really dies between store and broker; what it had stored is told by whoever comes next. */
final class RelayCrashTest {
    private final TestStore store = TestStore.open();
    private final String code = OpaqueId.next();

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"store.after-write", "relay.before-send", "relay.after-send", "relay.after-pull"})
    void whateverPointItDiesAtAllThatWasStoredIsToldInOrder(String point) {
        dieAt(point);

        long stored =
                document().getDocument(Layout.SEQUENCES).getInt64("application").getValue();
        assertThat(stored).isPositive();

        sweepUp();

        assertThat(told())
                .isSorted()
                .containsOnly(LongStream.rangeClosed(1, stored).boxed().toArray(Long[]::new));
        assertThat(document().getArray(Layout.OUTBOX)).isEmpty();
        assertThat(document().containsKey(Layout.PENDING_SINCE)).isFalse();
    }

    @Test
    void whoDiesBetweenBrokerAndStoreTellsTheSameEventAgain() {
        dieAt("relay.after-send");

        assertThat(told()).containsExactly(1L);

        sweepUp();

        assertThat(told()).startsWith(1L, 1L);
    }

    @Test
    void whoLivesTellsEachOnce() {
        TellingProcess.tell(store.database(), Broker.shared().address(), code);

        assertThat(told()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(document().getArray(Layout.OUTBOX)).isEmpty();
    }

    private void dieAt(String point) {
        new Fork(TellingProcess.class)
                .dieAt(
                        point,
                        TestStore.uri(),
                        store.database().getName(),
                        Broker.shared().address(),
                        code);
    }

    private void sweepUp() {
        try (Relay relay =
                TellingProcess.relay(store.database(), Broker.shared().address())) {
            relay.runOnce();
        }
    }

    private BsonDocument document() {
        BsonDocument found = store.database()
                .getCollection(TellingProcess.TYPE.collection(), BsonDocument.class)
                .find()
                .first();
        assertThat(found).isNotNull();
        return found == null ? new BsonDocument() : found;
    }

    private List<Long> told() {
        return Broker.shared().records("tongban.application", message -> code.equals(message.key())).stream()
                .map(RelayCrashTest::sequence)
                .toList();
    }

    private static long sequence(ConsumerRecord<String, byte[]> message) {
        return Long.parseLong(
                new String(message.headers().lastHeader("ce_sequence").value(), StandardCharsets.UTF_8));
    }
}
