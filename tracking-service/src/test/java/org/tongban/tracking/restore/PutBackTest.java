package org.tongban.tracking.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.tracking.timeline.TimelineRoom.CODE;

import java.util.List;
import java.util.Random;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.tongban.platform.aggregate.Layout;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.kit.Broker;
import org.tongban.platform.kit.StoreCopy;
import org.tongban.platform.restore.EventLog;
import org.tongban.platform.restore.LogComparison;
import org.tongban.platform.restore.LogMarks;
import org.tongban.tracking.scan.ScanRoom;
import org.tongban.tracking.timeline.Timeline;
import org.tongban.tracking.timeline.TimelineRoom;

/** An old copy of the database is put back beside a real broker whose log has gone on. */
final class PutBackTest {
    private static final Broker BROKER = new Broker();
    private static final TrackingCode LATER = TrackingCode.draw(new Random(9));

    private final TimelineRoom room = new TimelineRoom();
    private final ScanRoom scans = new ScanRoom(room);

    @AfterEach
    void close() {
        room.close();
    }

    @AfterAll
    static void end() {
        BROKER.close();
    }

    @Test
    void theTimelinesComeBackFromTheLogAndTheirNumbersGoOn() {
        room.hearTheStory();
        scans.scan("00000000-0000-0000-0000-000000000001");
        relay();
        start();
        StoreCopy copy = StoreCopy.of(room.store.database());
        room.hear(5, "application.case-suspended.v1");
        scans.scan("00000000-0000-0000-0000-000000000002");
        room.inbox.hear(TimelineRoom.told(LATER, 1, "application.submitted.v1"));
        relay();
        Timeline lost = room.timeline();
        Timeline later = room.timelines.find(LATER).orElseThrow().state();

        copy.putBack();
        assertThat(room.timeline().entries()).hasSize(5);
        start();

        assertThat(room.timeline().entries()).isEqualTo(lost.entries());
        assertThat(room.timeline().standing()).isEqualTo(lost.standing());
        assertThat(room.timelines.find(LATER).orElseThrow().state().entries()).isEqualTo(later.entries());
        assertThat(scans.scan("00000000-0000-0000-0000-000000000002")).isFalse();
        room.hear(5, "application.case-suspended.v1");
        assertThat(room.timeline().entries()).isEqualTo(lost.entries());

        scans.scan("00000000-0000-0000-0000-000000000003");

        BsonDocument sequences =
                room.timelines.find(CODE).orElseThrow().document().getDocument(Layout.SEQUENCES);
        assertThat(sequences.getInt64("timeline").getValue()).isEqualTo(8);
        assertThat(sequences.getInt64("tracking").getValue()).isEqualTo(3);
        relay();
        assertThat(restoredElsewhere()).isEqualTo(room.timeline().entries());
    }

    /** What a restore makes of the log in an empty database. */
    private List<?> restoredElsewhere() {
        try (TimelineRoom empty = new TimelineRoom()) {
            List<String> toLookAt = new Restore(
                            EventLog.of(kafka()),
                            new Marker(empty.store.database()),
                            new RestoredTimelines(empty.timelines.store(), empty.chronicle, empty.clock),
                            empty.timelines,
                            empty.chronicle,
                            new ScanRoom(empty).rows(),
                            () -> {})
                    .run(line -> {});
            assertThat(toLookAt).isEmpty();
            return empty.timeline().entries();
        }
    }

    private void relay() {
        StoreCopy.relay(room.store.database(), "timelines", BROKER);
    }

    private void start() {
        new LogComparison(
                        new TimelinesPutBack(
                                room.chronicle,
                                new RestoredTimelines(room.timelines.store(), room.chronicle, room.clock),
                                room.timelines,
                                scans.rows()),
                        EventLog.of(kafka()),
                        new LogMarks(room.store.database()),
                        false)
                .start();
    }

    private static KafkaProperties kafka() {
        KafkaProperties kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(BROKER.address()));
        return kafka;
    }
}
