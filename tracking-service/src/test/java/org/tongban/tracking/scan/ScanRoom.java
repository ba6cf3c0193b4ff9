package org.tongban.tracking.scan;

import static org.tongban.tracking.timeline.TimelineRoom.CODE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
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
        this(room, 1_000);
    }

    /** @param mostEntries a timeline with so many takes no more scans */
    public ScanRoom(TimelineRoom room, int mostEntries) {
        this(room, room.clock, mostEntries);
    }

    ScanRoom(TimelineRoom room, Clock clock, int mostEntries) {
        rows = new ScanRows(room.store.database());
        ScanProperties properties = new ScanProperties(
                Map.of("511602-01", Set.of("W01", "W03")), Duration.ofMinutes(5), mostEntries, 2_000_000);
        Pseudonyms pseudonyms = new Pseudonyms(new KeyRing(List.of(new KeyRing.Key("0", new byte[32]))));
        scans = new Scans(rows, room.timelines(clock), room.chronicle, properties, pseudonyms);
    }

    public ScanRows rows() {
        return rows;
    }

    /** @return whether it was not there before */
    public boolean scan(String scanId) {
        return scan(scanId, CODE);
    }

    public boolean scan(String scanId, TrackingCode code) {
        return record(scan(scanId, code, ScanAction.ORIGINALS_RECEIVED, 0, "r2"))
                .fresh();
    }

    public void scanMany(int count) {
        scanAll(IntStream.range(0, count)
                .mapToObj("00000000-0000-0000-0001-%012d"::formatted)
                .toList());
    }

    /** @return of each, whether it was not there before */
    public List<Boolean> scanAll(List<String> scanIds) {
        List<Scan> batch = scanIds.stream()
                .map(scanId -> scan(scanId, CODE, ScanAction.ORIGINALS_RECEIVED, 0, "r2"))
                .toList();
        return scans.record(batch, COUNTER).stream()
                .map(judgement -> judgement.orThrow().fresh())
                .toList();
    }

    Judgement.Recorded record(Scan scan) {
        return record(scan, COUNTER);
    }

    Judgement.Recorded record(Scan scan, Caller counter) {
        return scans.record(List.of(scan), counter).get(0).orThrow();
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
