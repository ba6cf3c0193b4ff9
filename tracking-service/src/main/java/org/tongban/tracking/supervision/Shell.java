package org.tongban.tracking.supervision;

import java.time.Instant;
import java.util.List;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.security.Caller;
import org.tongban.tracking.custody.RecordedScan;
import org.tongban.tracking.timeline.Timeline;

/**
 * A code that was scanned and whose submission nobody has told of.
 *
 * @param since when it came onto its timeline first, UTC
 */
record Shell(TrackingCode code, Instant since, List<ScannedThere> scans) {
    static Shell of(Timeline timeline, Instant since) {
        return new Shell(
                new TrackingCode(timeline.code()),
                since,
                timeline.entries().stream()
                        .filter(entry -> entry.type().equals(RecordedScan.TYPE))
                        .map(ScannedThere::of)
                        .toList());
    }

    /** Whether one of its scans was made in a division that this caller acts for. */
    boolean concerns(Caller supervisor) {
        return scans.stream()
                .map(ScannedThere::division)
                .anyMatch(division -> division != null && supervisor.actsFor(division));
    }
}
