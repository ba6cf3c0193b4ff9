package org.tongban.tracking.restore;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.event.Envelope;
import org.tongban.tracking.restore.LogReading.Read;
import org.tongban.tracking.scan.ScanRows;
import org.tongban.tracking.timeline.Chronicle;
import org.tongban.tracking.timeline.Entry;
import org.tongban.tracking.timeline.Timeline;
import org.tongban.tracking.timeline.Timelines;
import tools.jackson.core.JacksonException;

/** The scans, ratings and lights of the log: each has its entry, or gets it now, and scans get their rows. */
final class LoggedFacts {
    private final Chronicle chronicle;
    private final RestoredTimelines restored;
    private final Timelines timelines;
    private final ScanRows scans;
    private final LogReading reading;
    private final Map<String, String> lost = new TreeMap<>();

    private long found;

    LoggedFacts(
            Chronicle chronicle,
            RestoredTimelines restored,
            Timelines timelines,
            ScanRows scans,
            Consumer<String> tell) {
        this.chronicle = chronicle;
        this.restored = restored;
        this.timelines = timelines;
        this.scans = scans;
        this.reading = new LogReading(tell);
    }

    void read(List<ConsumerRecord<String, byte[]>> messages) {
        List<Read> events = messages.stream()
                .flatMap(message -> reading.event(message).stream())
                .toList();
        Map<String, Timeline> known =
                restored.of(events.stream().map(Read::code).distinct().toList());
        for (Read read : events) {
            Timeline timeline = known.getOrDefault(read.code(), Timeline.shell(read.code()));
            if (read.event().sequence() > timeline.lastOf(Restore.TRACKING.path()) + 1) {
                reading.passOver(read.place(), "its number does not follow what was told");
                continue;
            }
            try {
                known.put(read.code(), settled(timeline, read.event()));
                found++;
            } catch (IllegalArgumentException | JacksonException e) {
                reading.passOver(
                        read.place(), "no fact of ours: " + e.getClass().getSimpleName());
                lost.putIfAbsent(read.code(), read.code() + ": the fact at " + read.place() + " cannot be read");
            }
        }
    }

    private Timeline settled(Timeline before, Envelope event) {
        Timeline timeline = before;
        if (!timeline.holds(Restore.TRACKING.path(), event.sequence())) {
            timeline = appended(event);
            restored.told(Restore.TRACKING, event.subject(), event.sequence());
        }
        scans.restore(entryOf(timeline, event), event.subject());
        return timeline;
    }

    /** Told, but the service died before the log had it: it becomes the next entry, now. */
    private Timeline appended(Envelope event) {
        return timelines.append(
                new TrackingCode(event.subject()), (timeline, now) -> chronicle.heard(timeline, event, now));
    }

    private Entry entryOf(Timeline timeline, Envelope event) {
        return chronicle
                .archives()
                .find(timeline, Restore.TRACKING.path(), event.sequence())
                .orElseThrow();
    }

    long found() {
        return found;
    }

    List<String> lost() {
        return List.copyOf(lost.values());
    }
}
