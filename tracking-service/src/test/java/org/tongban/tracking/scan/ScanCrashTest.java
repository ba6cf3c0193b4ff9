package org.tongban.tracking.scan;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.tracking.timeline.TimelineRoom.CODE;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongban.platform.event.Source;
import org.tongban.platform.kit.Fork;
import org.tongban.platform.kit.TestStore;
import org.tongban.tracking.custody.RecordedScan;
import org.tongban.tracking.timeline.Entry;
import org.tongban.tracking.timeline.TimelineRoom;

/** The process really dies between the row and the entry, and the repeat of the scan finishes it. */
final class ScanCrashTest {
    private static final Source TRACKING = new Source("tracking");

    private final TimelineRoom room = new TimelineRoom();
    private final ScanRoom scanning = new ScanRoom(room);

    @AfterEach
    void close() {
        room.close();
    }

    @ParameterizedTest
    @CsvSource({
        "scan.after-row, true, 0",
        "store.after-write, true, 1",
        "scan.after-entry, true, 1",
        "scan.after-row, false, 0",
        "store.after-write, false, 1",
        "scan.after-entry, false, 1"
    })
    void whereverItDiesTheRepeatFindsOrMakesTheOneEntry(String point, boolean isSubmitted, int entries) {
        if (isSubmitted) {
            room.hearTheStory();
        }

        new Fork(CrashingScan.class)
                .dieAt(point, TestStore.uri(), room.store.database().getName());
        assertThat(room.timelines.find(CODE).map(stored -> scansOn(room)).orElse(List.of()))
                .hasSize(entries);
        assertThat(row()).isNotNull();
        scanning.scan(CrashingScan.SCAN_ID);
        scanning.scan(CrashingScan.SCAN_ID);

        assertThat(scansOn(room)).hasSize(1);
        assertThat(room.timelines.find(CODE).orElseThrow().told(TRACKING)).isEqualTo(1);
    }

    private Document row() {
        return room.store
                .database()
                .getCollection("scans")
                .find(eq("_id", CrashingScan.SCAN_ID))
                .first();
    }

    private static List<Entry> scansOn(TimelineRoom room) {
        return room.timeline().entries().stream()
                .filter(entry -> entry.type().equals(RecordedScan.TYPE))
                .toList();
    }
}
