package org.tongban.platform.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.EventWire;
import org.tongban.platform.event.Source;
import org.tongban.platform.kit.Broker;
import org.tongban.platform.kit.StoreCopy;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;

/** A store that is put back from an old copy, beside a real broker whose log has gone on. */
final class LogComparisonTest {
    private static final Source TELLER = new Source("catalog");

    private final TestStore store = TestStore.open();
    private final MongoCollection<Document> tellers = store.database().getCollection("tellers");
    private final String code = OpaqueId.next();
    private final String stranger = OpaqueId.next();
    private final List<Long> unknown = new ArrayList<>();
    private final LogMarks marks = new LogMarks(store.database());

    @BeforeEach
    void aStoreThatKnowsItsLog() {
        tellers.insertOne(
                new Document("_id", code).append("version", 1L).append("sequences", new Document(TELLER.name(), 3L)));
        tell(code, 1, 2, 3);
        comparison(false).start();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void numbersGoOnBehindWhatTheLogHolds() {
        StoreCopy copy = StoreCopy.of(store.database());
        tell(code, 4, 5);
        tell(stranger, 1, 2);
        copy.putBack();
        unknown.clear();

        comparison(false).start();

        assertThat(sequence()).isEqualTo(5);
        assertThat(unknown).containsExactlyInAnyOrder(4L, 5L, 1L, 2L);
        assertThat(store.database().getCollection("missed_events").find())
                .extracting(row -> row.getString("code"), row -> row.get("known"), row -> row.get("told"))
                .contains(tuple(code, 3L, 5L), tuple(stranger, null, 2L));
    }

    @Test
    void aStoreThatKnowsItsLogIsLeftAlone() {
        unknown.clear();

        comparison(false).start();

        assertThat(unknown).isEmpty();
        assertThat(tellers.find(new Document("_id", code)).first()).containsEntry("version", 1L);
    }

    @Test
    void whatDoesNotFollowWasToldBySomebodyElse() {
        tell(code, 99);
        Broker.shared().send(new ProducerRecord<>(TELLER.topic(), code, "noise".getBytes(StandardCharsets.UTF_8)));

        comparison(false).start();

        assertThat(sequence()).isEqualTo(3);
    }

    @Test
    void aStoreThatGoesBackUnderARunningServiceIsNoticed() {
        LogComparison running = comparison(false);
        running.start();
        StoreCopy copy = StoreCopy.of(store.database());
        tellers.updateOne(new Document("_id", code), new Document("$set", new Document("sequences.catalog", 4L)));
        tell(code, 4);
        running.keep();
        copy.putBack();
        assertThat(sequence()).isEqualTo(3);

        running.keep();

        assertThat(sequence()).isEqualTo(4);
    }

    @Test
    void aLogThatWasLostIsSaidAloudUntilSomebodyAcceptsIt() {
        TopicPartition first = new TopicPartition(TELLER.topic(), 0);
        marks.set(LogMarks.Kind.OWN, Map.of(first, 1_000_000L));

        assertThatThrownBy(comparison(false)::start)
                .isInstanceOf(RestoreRefused.class)
                .hasMessageContaining("tongban.catalog-0 ends at")
                .hasMessageContaining("TONGBAN_ACCEPT_LOG_LOSS");

        comparison(true).start();
        comparison(false).start();
        assertThat(marks.of(LogMarks.Kind.OWN).get(first)).isLessThan(1_000_000L);
    }

    private LogComparison comparison(boolean isLossAccepted) {
        KafkaProperties kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(Broker.shared().address()));
        RaisedSequences own = new RaisedSequences(TELLER, store.database(), "tellers", new TestClock(), this::note);
        return new LogComparison(own, EventLog.of(kafka), marks, isLossAccepted);
    }

    private void note(Envelope event) {
        if (List.of(code, stranger).contains(event.subject())) {
            unknown.add(event.sequence());
        }
    }

    private void tell(String subject, long... numbers) {
        for (long n : numbers) {
            Broker.shared().send(EventWire.write(TELLER, subject, n, "catalog.noted.v1", Instant.EPOCH, "{}"));
        }
    }

    private long sequence() {
        return tellers.find(new Document("_id", code))
                .first()
                .getEmbedded(List.of("sequences", TELLER.name()), Long.class);
    }
}
