package org.tongban.tracking.scan;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongban.tracking.timeline.TimelineRoom.CODE;

import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.idempotency.Idempotency;
import org.tongban.platform.json.Json;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.problem.Busy;
import org.tongban.tracking.timeline.TimelineRoom;

/** A timeline that others write all the time, so that every race is lost. */
final class BusyStoreTest {
    private final TimelineRoom room = new TimelineRoom();
    private final Clock racing = new Racing();
    private final ScanResource resource = new ScanResource(
            new ScanRoom(room, racing, 1_000).scans, new Idempotency(room.store.database(), room.clock), room.clock);

    @BeforeEach
    void tell() {
        room.hearTheStory();
    }

    @AfterEach
    void close() {
        room.close();
    }

    /** A refused scan leaves the scanner's queue for good, and this one is not wrong. */
    @Test
    void aScanThatCannotBeRecordedNowIsNotCalledRefused() {
        String sent = """
                {"scanId": "00000000-0000-0000-0000-000000000001", "code": "%s", "action": "ARRIVED",
                 "occurredAt": "2026-11-22T02:11:09Z"}""".formatted(CODE);
        ScanResource.Batch batch = new ScanResource.Batch(List.of(Json.mapper().readTree(sent)));
        Command command = new Command("counter1", "POST /api/tracking/scans/batch", null, "d", null);

        assertThatThrownBy(() -> resource.batch(batch, ScanRoom.COUNTER, command, Locale.ENGLISH))
                .isInstanceOf(Busy.class);
    }

    /** Whoever asks for the time while deciding finds the timeline changed when he writes. */
    private final class Racing extends Clock {
        @Override
        public Instant instant() {
            room.timelines.store().documents().updateMany(new BsonDocument(), Updates.inc("version", 1L));
            return TestClock.START;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
