package org.tongban.tracking.scan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.crash.CrashPoints;
import org.tongban.platform.secret.Pseudonyms;
import org.tongban.platform.security.Caller;
import org.tongban.tracking.custody.RecordedScan;
import org.tongban.tracking.timeline.Chronicle;
import org.tongban.tracking.timeline.Entry;
import org.tongban.tracking.timeline.Timeline;
import org.tongban.tracking.timeline.Timelines;

/** Records scans, each once: their rows, then per code all their entries in one write. */
final class Scans {
    private static final Logger log = LoggerFactory.getLogger(Scans.class);

    private final ScanRows rows;
    private final Timelines timelines;
    private final Chronicle chronicle;
    private final Anomalies anomalies;
    private final ScanProperties properties;
    private final Pseudonyms pseudonyms;

    Scans(ScanRows rows, Timelines timelines, Chronicle chronicle, ScanProperties properties, Pseudonyms pseudonyms) {
        this.rows = rows;
        this.timelines = timelines;
        this.chronicle = chronicle;
        this.anomalies = new Anomalies(properties);
        this.properties = properties;
        this.pseudonyms = pseudonyms;
    }

    /** Each scan is judged by itself; the answers stand in the order in which the scans came. */
    List<Judgement> record(List<Scan> scans, Caller counter) {
        Map<String, Scan> first = new LinkedHashMap<>();
        scans.forEach(scan -> first.putIfAbsent(scan.scanId(), scan));
        Map<String, ScanRows.Row> known = rows.begin(first.values());
        CrashPoints.reached("scan.after-row");
        Map<String, Judgement> judged = new HashMap<>();
        Map<TrackingCode, List<Scan>> byCode = new LinkedHashMap<>();
        for (Scan scan : first.values()) {
            ScanRows.Row row = known.get(scan.scanId());
            if (row != null && !row.digest().equals(scan.digest())) {
                judged.put(scan.scanId(), Judgement.refused(new ScanReused()));
            } else {
                byCode.computeIfAbsent(scan.code(), code -> new ArrayList<>()).add(scan);
            }
        }
        byCode.forEach((code, its) -> judged.putAll(append(code, its, counter)));
        CrashPoints.reached("scan.after-entry");
        forgetRefused(judged, known.keySet());
        Set<String> sentBefore = new HashSet<>(known.keySet());
        List<Judgement> answers = new ArrayList<>();
        for (Scan scan : scans) {
            Judgement judgement = Objects.requireNonNull(judged.get(scan.scanId()));
            Scan earlier = Objects.requireNonNull(first.get(scan.scanId()));
            if (!earlier.digest().equals(scan.digest())) {
                judgement = Judgement.refused(new ScanReused());
            }
            answers.add(sentBefore.add(scan.scanId()) ? judgement : judgement.again());
        }
        return answers;
    }

    /** So that what is refused can be sent again, and leaves nothing behind. */
    private void forgetRefused(Map<String, Judgement> judged, Set<String> known) {
        judged.forEach((scanId, judgement) -> {
            if (judgement.refusal() != null && !known.contains(scanId)) {
                rows.remove(scanId);
            }
        });
    }

    private Map<String, Judgement> append(TrackingCode code, List<Scan> scans, Caller counter) {
        Map<String, Entry> there = new HashMap<>();
        List<Scan> fresh = new ArrayList<>();
        Timeline after = timelines.append(code, (timeline, now) -> {
            // once more from the beginning when the race was lost
            there.clear();
            fresh.clear();
            for (Scan scan : scans) {
                entryOf(scan, timeline).ifPresentOrElse(entry -> there.put(scan.scanId(), entry), () -> {
                    if (!properties.isFull(timeline, fresh.size())) {
                        fresh.add(scan);
                    }
                });
            }
            return chronicle.tell(timeline, facts(fresh, timeline, counter, now), now);
        });
        List<Entry> newest = after.entries();
        for (int i = 0; i < fresh.size(); i++) {
            Scan scan = fresh.get(i);
            Entry entry = newest.get(newest.size() - fresh.size() + i);
            there.put(scan.scanId(), entry);
            log.info(
                    "scan recorded code={} scan={} action={} entry={}", code, scan.scanId(), scan.action(), entry.no());
        }
        return scans.stream().collect(Collectors.toMap(Scan::scanId, scan -> {
            Entry entry = there.get(scan.scanId());
            return entry == null
                    ? Judgement.refused(new TimelineFull(after.count()))
                    : Judgement.recorded(entry, after);
        }));
    }

    private List<Chronicle.Fact> facts(List<Scan> scans, Timeline timeline, Caller counter, Instant now) {
        Place place = Place.of(counter);
        return scans.stream()
                .map(scan -> new Chronicle.Fact(event(scan, place, timeline, counter, now), null))
                .toList();
    }

    private ScanRecorded event(Scan scan, Place place, Timeline timeline, Caller counter, Instant now) {
        String window = scan.window() == null ? place.window() : scan.window();
        return new ScanRecorded(
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
                scan.digest());
    }

    /**
     * Where this scan stands. A row tells the number of an archived entry before the entry leaves the timeline, so what is
     * neither among the live ones of a loaded timeline nor told by its row was not recorded when it was loaded.
     */
    private Optional<Entry> entryOf(Scan scan, Timeline timeline) {
        Optional<Entry> live = timeline.entries().stream()
                .filter(entry -> RecordedScan.isOf(entry, scan.scanId()))
                .findFirst();
        if (live.isPresent() || !timeline.isArchivedInPart()) {
            return live;
        }
        return rows.noOf(scan.scanId()).flatMap(no -> timelines.entry(timeline, no));
    }
}
