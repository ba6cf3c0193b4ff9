package org.tongban.tracking.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.tracking.timeline.TimelineRoom.CODE;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.Source;
import org.tongban.platform.json.Json;
import org.tongban.platform.kit.TestClock;
import org.tongban.tracking.timeline.Timeline;
import org.tongban.tracking.timeline.TimelineRoom;

final class RecordedScanTest {
    private final TimelineRoom room = new TimelineRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void readsWhatItDoesNotKnow() {
        room.hear(1, "application.submitted.v1");

        scanned(1, "{\"scanId\":\"a\",\"action\":\"ORIGINALS_RECEIVED\",\"occurredAt\":\"2026-11-22T02:00:00.000Z\"}");
        scanned(2, "{\"scanId\":\"b\",\"action\":\"ORIGINALS_COPIED\",\"occurredAt\":\"2026-11-22T03:00:00.000Z\"}");
        scanned(3, "{\"scanId\":\"c\",\"anomalies\":[\"NEW\"],\"occurredAt\":\"2026-11-22T03:00:00.000Z\"}");
        scanned(4, "{\"action\":7,\"items\":[null,{}]}");
        scanned(5, "{}");

        Timeline timeline = room.timeline();
        assertThat(timeline.entries()).hasSize(6);
        assertThat(RecordedScan.allOf(timeline))
                .extracting(RecordedScan::scanId)
                .containsExactly("a", "b", "c");
        assertThat(Custody.of(timeline).values())
                .as("no paper moves by what is not understood")
                .containsOnly(Custody.HELD);
    }

    @Test
    void aCounterElsewhereMovesNothingUnlessItWasHandedOver() {
        room.hear(1, "application.submitted.v1");
        moved(1, "ORIGINALS_RECEIVED", "02", "");
        moved(2, "ORIGINALS_RETURNED", "03", "\"OTHER_DIVISION\"");
        Custody before = Custody.of(room.timeline()).get("r2");
        moved(3, "HANDED_OVER", "04", "");
        moved(4, "ORIGINALS_RETURNED", "05", "\"OTHER_DIVISION\"");

        assertThat(before).isEqualTo(Custody.HELD);
        assertThat(Custody.of(room.timeline())).containsEntry("r2", Custody.RETURNED);
    }

    @Test
    void aTimeLaterThanItsRecordingCountsAsOfItsRecording() {
        room.hear(1, "application.submitted.v1");
        scanned(
                1,
                "{\"scanId\":\"a\",\"action\":\"ORIGINALS_RETURNED\",\"items\":[{\"rid\":\"r2\"}],"
                        + "\"occurredAt\":\"2026-11-22T02:04:00.000Z\",\"recordedAt\":\"2026-11-22T02:00:00.000Z\"}");
        scanned(
                2,
                "{\"scanId\":\"b\",\"action\":\"ORIGINALS_RECEIVED\",\"items\":[{\"rid\":\"r2\"}],"
                        + "\"occurredAt\":\"2026-11-22T02:01:00.000Z\",\"recordedAt\":\"2026-11-22T02:01:00.000Z\"}");

        assertThat(Custody.of(room.timeline())).containsEntry("r2", Custody.HELD);
    }

    private void moved(long sequence, String action, String hour, String anomalies) {
        scanned(
                sequence,
                "{\"scanId\":\"s" + sequence + "\",\"action\":\"" + action
                        + "\",\"items\":[{\"rid\":\"r2\"}],\"occurredAt\":" + "\"2026-11-22T" + hour
                        + ":00:00.000Z\",\"anomalies\":[" + anomalies + "]}");
    }

    private void scanned(long sequence, String facts) {
        room.timelines.append(
                CODE,
                (timeline, now) -> room.chronicle.heard(
                        timeline,
                        new Envelope(
                                new Source("tracking"),
                                CODE.value(),
                                sequence,
                                RecordedScan.TYPE,
                                TestClock.START,
                                Json.lenient().readTree(facts)),
                        now));
    }
}
