package org.tongban.tracking.scan;

import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.crash.CrashPoints;
import org.tongban.platform.secret.Pseudonyms;
import org.tongban.platform.security.Caller;
import org.tongban.tracking.custody.RecordedScan;
import org.tongban.tracking.timeline.Chronicle;
import org.tongban.tracking.timeline.Entry;
import org.tongban.tracking.timeline.Timeline;
import org.tongban.tracking.timeline.Timelines;

/** Records scans, each once: the row, then the entry with the scanId in it, then the entry's number into the row. */
final class Scans {
    private static final Logger log = LoggerFactory.getLogger(Scans.class);

    private final ScanRows rows;
    private final Timelines timelines;
    private final Chronicle chronicle;
    private final Anomalies anomalies;
    private final Pseudonyms pseudonyms;

    Scans(ScanRows rows, Timelines timelines, Chronicle chronicle, Anomalies anomalies, Pseudonyms pseudonyms) {
        this.rows = rows;
        this.timelines = timelines;
        this.chronicle = chronicle;
        this.anomalies = anomalies;
        this.pseudonyms = pseudonyms;
    }

    /** @param fresh false when this very scan was sent before */
    record Recorded(Entry entry, Timeline timeline, boolean fresh) {}

    /** @throws ScanReused when the scanId stands for another scan */
    Recorded record(Scan scan, Caller counter) {
        String digest = scan.digest();
        Optional<ScanRows.Row> known = rows.begin(scan.scanId(), digest, scan.code());
        CrashPoints.reached("scan.after-row");
        if (known.isPresent() && !known.get().digest().equals(digest)) {
            throw new ScanReused();
        }
        if (known.isPresent() && known.get().no() != null) {
            Optional<Recorded> before = timelines.find(scan.code()).flatMap(stored -> recorded(scan, stored.state()));
            if (before.isPresent()) {
                return before.get();
            }
        }
        Timeline after = timelines.append(scan.code(), (timeline, now) -> append(timeline, scan, digest, counter, now));
        CrashPoints.reached("scan.after-entry");
        Entry entry = entryOf(scan, after).orElseThrow();
        rows.recorded(scan.scanId(), entry.no());
        log.info(
                "scan recorded code={} scan={} action={} entry={}",
                scan.code(),
                scan.scanId(),
                scan.action(),
                entry.no());
        return new Recorded(entry, after, known.isEmpty());
    }

    private static Optional<Recorded> recorded(Scan scan, Timeline timeline) {
        return entryOf(scan, timeline).map(entry -> new Recorded(entry, timeline, false));
    }

    private Change<Timeline> append(Timeline timeline, Scan scan, String digest, Caller counter, Instant now) {
        if (entryOf(scan, timeline).isPresent()) {
            return Change.silently(timeline);
        }
        Place place = Place.of(counter);
        String window = scan.window() == null ? place.window() : scan.window();
        ScanRecorded event = new ScanRecorded(
                scan.scanId(),
                scan.code(),
                scan.action(),
                scan.items(),
                window,
                place.hall(),
                place.division(),
                scan.occurredAt(),
                now,
                pseudonyms.of(counter.id()),
                anomalies.of(scan, place, window, timeline.standing(), now),
                digest);
        return chronicle.tell(timeline, event, null, now);
    }

    private static Optional<Entry> entryOf(Scan scan, Timeline timeline) {
        return timeline.entries().stream()
                .filter(entry -> entry.type().equals(RecordedScan.TYPE))
                .filter(entry -> RecordedScan.of(entry).scanId().equals(scan.scanId()))
                .findFirst();
    }
}
