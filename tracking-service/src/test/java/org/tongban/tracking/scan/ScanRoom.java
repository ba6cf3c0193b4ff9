package org.tongban.tracking.scan;

import static org.tongban.tracking.timeline.TimelineRoom.CODE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.secret.KeyRing;
import org.tongban.platform.secret.Pseudonyms;
import org.tongban.platform.security.Caller;
import org.tongban.platform.security.Role;
import org.tongban.tracking.custody.RecordedScan;
import org.tongban.tracking.custody.ScanAction;
import org.tongban.tracking.timeline.TimelineRoom;

/** The scans of a {@link TimelineRoom}, and a counter of 511602-01 before it. */
public final class ScanRoom {
    static final Caller COUNTER = counter("511602-01", "W03");

    private final ScanRows rows;
    final Scans scans;

    public ScanRoom(TimelineRoom room) {
        this(room, room.clock);
    }

    ScanRoom(TimelineRoom room, Clock clock) {
        rows = new ScanRows(room.store.database());
        ScanProperties properties =
                new ScanProperties(Map.of("511602-01", Set.of("W01", "W03")), Duration.ofMinutes(5));
        Pseudonyms pseudonyms = new Pseudonyms(new KeyRing(List.of(new KeyRing.Key("0", new byte[32]))));
        scans = new Scans(rows, room.timelines(clock), room.chronicle, new Anomalies(properties), pseudonyms);
    }

    public ScanRows rows() {
        return rows;
    }

    /** @return whether it was not there before */
    public boolean scan(String scanId) {
        return scan(scanId, CODE);
    }

    public boolean scan(String scanId, TrackingCode code) {
        return scans.record(scan(scanId, code, ScanAction.ORIGINALS_RECEIVED, 0, "r2"), COUNTER)
                .fresh();
    }

    static Caller counter(String hall, String window) {
        return new Caller("counter1", null, Set.of(Role.COUNTER), null, hall, window, hall.substring(0, 6));
    }

    static Scan scan(String scanId, TrackingCode code, ScanAction action, long minute, String... rids) {
        Instant at = TestClock.START.plus(Duration.ofMinutes(minute));
        List<RecordedScan.Item> items =
                Arrays.stream(rids).map(RecordedScan.Item::new).toList();
        return new Scan(scanId, code, action, "W03", at, items);
    }
}
