package org.tongban.tracking.restore;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongban.tracking.timeline.TimelineRoom.CODE;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongban.platform.aggregate.Layout;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.event.EventWire;
import org.tongban.platform.event.Source;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.restore.EventLog;
import org.tongban.platform.restore.RestoreRefused;
import org.tongban.tracking.scan.ScanRoom;
import org.tongban.tracking.timeline.EntryAppended;
import org.tongban.tracking.timeline.Timeline;
import org.tongban.tracking.timeline.TimelineRoom;

final class RestoreTest {
    private static final TrackingCode OTHER = TrackingCode.draw(new Random(8));

    private final TimelineRoom before = new TimelineRoom();
    private final TimelineRoom after = new TimelineRoom();
    private final ScanRoom scansBefore = new ScanRoom(before);
    private final ScanRoom scansAfter = new ScanRoom(after);
    private final Map<String, List<ProducerRecord<String, byte[]>>> log = new HashMap<>();
    private final List<String> setBack = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private boolean groupIsListening;
    private final Marker marker = new Marker(after.store.database());
    private final EventLog events = new EventLog(this::consumer);

    @BeforeEach
    void aStoryIsToldAndSent() {
        before.hearTheStory();
        scansBefore.scan("00000000-0000-0000-0000-000000000001");
        before.hear(5, "application.case-suspended.v1");
        scansBefore.scan("00000000-0000-0000-0000-000000000002");
        before.timelines.store().documents().find().forEach(this::send);
    }

    @AfterEach
    void close() {
        before.close();
        after.close();
    }

    @Test
    void theSameTimelineComesBackWithTheSameHashes() {
        restore();

        assertThat(after.timeline().entries()).isEqualTo(before.timeline().entries());
        assertThat(after.timeline().standing()).isEqualTo(before.timeline().standing());
        assertThat(setBack).containsExactly("group");
    }

    @Test
    void aLongTimelineComesBackWithItsArchive() {
        scansBefore.scanMany(400);
        scansBefore.scan("00000000-0000-0000-0000-000000000009");
        log.clear();
        before.timelines.store().documents().find().forEach(this::send);

        restore();

        assertThat(after.timeline().isArchivedInPart()).isTrue();
        assertThat(after.whole().entries()).isEqualTo(before.whole().entries());
        assertThat(after.timeline().standing()).isEqualTo(before.timeline().standing());
        assertThat(scansAfter.scan("00000000-0000-0000-0001-000000000000"))
                .as("a scan in the archive")
                .isFalse();
    }

    @Test
    void hearingTheOthersFromTheBeginningAddsNothing() {
        restore();
        Timeline restored = after.timeline();

        after.hearTheStory();
        after.hear(5, "application.case-suspended.v1");

        assertThat(after.timeline().entries()).isEqualTo(restored.entries());
        assertThat(after.timelines.find(CODE).orElseThrow().heard(new Source("application")))
                .isEqualTo(5);
    }

    @Test
    void scansAndCountersGoOnWhereTheyWere() {
        restore();

        assertThat(scansAfter.scan("00000000-0000-0000-0000-000000000001")).isFalse();
        assertThat(scansAfter.scan("00000000-0000-0000-0000-000000000003")).isTrue();

        BsonDocument document =
                after.timelines.find(CODE).orElseThrow().document().getDocument(Layout.SEQUENCES);
        assertThat(document.getInt64("timeline").getValue()).isEqualTo(8);
        assertThat(document.getInt64("tracking").getValue()).isEqualTo(3);
        assertThat(after.timeline().head())
                .isNotNull()
                .extracting("sourceSequence")
                .isEqualTo(3L);
    }

    @Test
    void whatWasToldButNotLoggedBecomesTheNextEntry() {
        List<ProducerRecord<String, byte[]>> timeline = sent("tongban.timeline");
        timeline.remove(timeline.size() - 1);

        restore();

        assertThat(after.timeline().entries()).hasSize(7);
        assertThat(scansAfter.scan("00000000-0000-0000-0000-000000000002")).isFalse();
        BsonDocument sequences =
                after.timelines.find(CODE).orElseThrow().document().getDocument(Layout.SEQUENCES);
        assertThat(sequences.getInt64("tracking").getValue()).isEqualTo(2);
        assertThat(sequences.getInt64("timeline").getValue()).isEqualTo(7);
    }

    @Test
    void aLogThatHoldsAnEntryTwiceIsNoHarm() {
        List<ProducerRecord<String, byte[]>> timeline = sent("tongban.timeline");
        timeline.addAll(List.copyOf(timeline));

        restore();

        assertThat(after.timeline().entries()).isEqualTo(before.timeline().entries());
    }

    @Test
    void oneCodeWhoseLogWasChangedIsNamedAndAllOthersComeBack() {
        before.inbox.hear(TimelineRoom.told(OTHER, 1, "application.submitted.v1"));
        before.timelines.store().documents().find(eq("_id", OTHER.value())).forEach(this::send);
        sent("tongban.timeline").remove(2);

        List<String> toLookAt = restore();

        assertThat(toLookAt)
                .containsExactly(CODE.value() + ": entry 4 at tongban.timeline-0-2 does not continue its chain,"
                        + " and none that does comes after it");
        assertThat(after.timelines.find(OTHER).orElseThrow().state().entries())
                .isEqualTo(before.timelines.find(OTHER).orElseThrow().state().entries());
        assertThat(after.timeline().entries())
                .startsWith(
                        before.timeline().entries().get(0),
                        before.timeline().entries().get(1));
        start();
    }

    @Test
    void anEventOfOursWithoutAnEntryIsNamedByItsPlace() {
        sent("tongban.timeline").add(2, poison("tongban.timeline", 3, "{}"));
        sent("tongban.timeline").add(2, poison("tongban.timeline", 3, "{\"entry\":7}"));

        assertThat(restore()).isEmpty();

        assertThat(after.timeline().entries()).isEqualTo(before.timeline().entries());
        assertThat(said)
                .contains("passed over tongban.timeline-0-3: it holds no entry")
                .anyMatch(line -> line.startsWith("passed over tongban.timeline-0-2: its entry cannot be read"));
    }

    @Test
    void anEntryThatDoesNotFollowIsPassedOverWhenOneThatDoesComesAfterIt() {
        List<ProducerRecord<String, byte[]>> timeline = sent("tongban.timeline");
        timeline.add(1, timeline.get(4));

        assertThat(restore()).isEmpty();

        assertThat(after.timeline().entries()).isEqualTo(before.timeline().entries());
    }

    @Test
    void aFactThatDoesNotFollowWhatWasToldIsNone() {
        sent("tongban.tracking").add(poison("tongban.tracking", 99, "{}"));

        assertThat(restore()).isEmpty();

        assertThat(after.timeline().entries()).isEqualTo(before.timeline().entries());
    }

    @Test
    void noiseOnTheLogIsPassedOver() {
        sent("tongban.timeline").add(2, noise("tongban.timeline"));
        sent("tongban.tracking").add(0, noise("tongban.tracking"));

        restore();

        assertThat(after.timeline().entries()).isEqualTo(before.timeline().entries());
    }

    @Test
    void whileTheServiceRunsNothingIsTouched() {
        groupIsListening = true;

        assertThatThrownBy(this::restore).isInstanceOf(RestoreRefused.class);

        assertThat(marker.isSet()).isFalse();
        assertThat(after.timelines.find(CODE)).isEmpty();
    }

    @Test
    void aFactThatIsOnNoTimelineYetIsReasonEnoughNotToStart() {
        sent("tongban.timeline").clear();

        assertThatThrownBy(this::start).hasMessageContaining("./tongban restore tracking");
    }

    @Test
    void aDatabaseThatIsNotEmptyIsLeftAlone() {
        restore();

        assertThatThrownBy(this::restore).hasMessageContaining("not empty");
    }

    @Test
    void anEmptyDatabaseBesideAFullLogDoesNotStart() {
        assertThatThrownBy(this::start)
                .isInstanceOf(RestoreRefused.class)
                .hasMessageContaining("./tongban restore tracking");

        restore();
        start();
    }

    @Test
    void anEmptyDatabaseBesideAnEmptyLogStarts() {
        log.clear();

        start();
    }

    private List<ProducerRecord<String, byte[]>> sent(String topic) {
        return log.computeIfAbsent(topic, none -> new ArrayList<>());
    }

    private static ProducerRecord<String, byte[]> poison(String topic, long sequence, String data) {
        String type = topic.equals("tongban.timeline") ? EntryAppended.TYPE : "tracking.scan-recorded.v1";
        return EventWire.write(Source.ofType(type), CODE.value(), sequence, type, TestClock.START, data);
    }

    private List<String> restore() {
        return new Restore(
                        events,
                        marker,
                        new RestoredTimelines(after.timelines.store(), after.chronicle, after.clock),
                        after.timelines,
                        after.chronicle,
                        scansAfter.rows(),
                        this::setBack)
                .run(said::add);
    }

    private void setBack() {
        if (groupIsListening) {
            throw new RestoreRefused("somebody listens");
        }
        setBack.add("group");
    }

    private static ProducerRecord<String, byte[]> noise(String topic) {
        return new ProducerRecord<>(topic, "noise".getBytes(StandardCharsets.UTF_8));
    }

    private void start() {
        new HalfDoneGuard(marker).afterSingletonsInstantiated();
        RestoreConfiguration.guard(new RestoredTimelines(after.timelines.store(), after.chronicle, after.clock), events)
                .afterSingletonsInstantiated();
    }

    /** Puts what a timeline has in its outbox on the log, as the relay would. */
    private void send(BsonDocument document) {
        for (BsonValue value : document.getArray(Layout.OUTBOX)) {
            BsonDocument entry = value.asDocument();
            String type = entry.getString("type").getValue();
            ProducerRecord<String, byte[]> message = EventWire.write(
                    Source.ofType(type),
                    document.getString(Layout.ID).getValue(),
                    entry.getInt64("sequence").getValue(),
                    type,
                    java.time.Instant.ofEpochMilli(entry.getDateTime("at").getValue()),
                    entry.getString("data").getValue());
            sent(message.topic()).add(message);
        }
    }

    /** A consumer of the log as it is now, one partition per topic. */
    private Consumer<String, byte[]> consumer() {
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
        Map<TopicPartition, Long> beginnings = new HashMap<>();
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (String topic : List.of("tongban.timeline", "tongban.tracking")) {
            TopicPartition partition = new TopicPartition(topic, 0);
            Node[] none = {};
            consumer.updatePartitions(topic, List.of(new PartitionInfo(topic, 0, Node.noNode(), none, none)));
            List<ProducerRecord<String, byte[]>> messages = log.getOrDefault(topic, List.of());
            beginnings.put(partition, 0L);
            ends.put(partition, (long) messages.size());
            consumer.schedulePollTask(() -> {
                if (consumer.assignment().contains(partition)) {
                    for (int offset = 0; offset < messages.size(); offset++) {
                        consumer.addRecord(record(messages.get(offset), offset));
                    }
                }
            });
        }
        consumer.updateBeginningOffsets(beginnings);
        consumer.updateEndOffsets(ends);
        return consumer;
    }

    private static ConsumerRecord<String, byte[]> record(ProducerRecord<String, byte[]> sent, long offset) {
        return new ConsumerRecord<>(
                sent.topic(),
                0,
                offset,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                new RecordHeaders(sent.headers()),
                java.util.Optional.empty());
    }
}
