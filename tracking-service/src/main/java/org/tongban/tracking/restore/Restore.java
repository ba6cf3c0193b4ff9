package org.tongban.tracking.restore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.EventWire;
import org.tongban.platform.event.Source;
import org.tongban.platform.event.UnreadableEvent;
import org.tongban.platform.restore.EventLog;
import org.tongban.platform.restore.RestoreRefused;
import org.tongban.tracking.scan.ScanRows;
import org.tongban.tracking.timeline.BrokenChain;
import org.tongban.tracking.timeline.Chronicle;
import org.tongban.tracking.timeline.Entry;
import org.tongban.tracking.timeline.EntryAppended;
import org.tongban.tracking.timeline.Timeline;
import org.tongban.tracking.timeline.Timelines;

/**
 * Fills an empty database from the service's own topics: entries as they are, with the chain checked; what was told but
 * did not reach the log is appended; scan rows, and with them the counters. The group is set back first, which refuses
 * while the service runs, so that the ordinary start hears the others from the beginning and folds what is missing.
 */
public final class Restore {
    private static final Logger log = LoggerFactory.getLogger(Restore.class);

    static final Source TIMELINE = new Source("timeline");
    static final Source TRACKING = new Source("tracking");

    private final EventLog topics;
    private final Marker marker;
    private final RestoredTimelines restored;
    private final Timelines timelines;
    private final Chronicle chronicle;
    private final ScanRows scans;
    private final Runnable groupToTheBeginning;
    private long entries;
    private long facts;

    /** @param groupToTheBeginning sets the consumer group back, or refuses while somebody listens */
    Restore(
            EventLog topics,
            Marker marker,
            RestoredTimelines restored,
            Timelines timelines,
            Chronicle chronicle,
            ScanRows scans,
            Runnable groupToTheBeginning) {
        this.topics = topics;
        this.marker = marker;
        this.restored = restored;
        this.timelines = timelines;
        this.chronicle = chronicle;
        this.scans = scans;
        this.groupToTheBeginning = groupToTheBeginning;
    }

    /** @throws RestoreRefused when the database is not empty, the log is broken or the service runs */
    public void run(Consumer<String> tell) {
        if (restored.areThere() && !marker.isSet()) {
            throw new RestoreRefused("The database of tracking is not empty, so there is nothing to restore.");
        }
        groupToTheBeginning.run();
        marker.set();
        restored.clear();
        scans.clear();
        entries = 0;
        facts = 0;
        try {
            topics.readAll(TIMELINE, this::entries);
        } catch (BrokenChain e) {
            throw new RestoreRefused("The log of the timelines is broken: " + e.getMessage() + ".", e);
        }
        tell.accept(entries + " entries restored, each chained to the one before it");
        topics.readAll(TRACKING, this::facts);
        tell.accept(facts + " scans, ratings and lights found on their timelines");
        tell.accept("the events of application and notification are heard again from the beginning at the next start");
        marker.remove();
    }

    private void entries(List<ConsumerRecord<String, byte[]>> messages) {
        List<Envelope> events = events(messages);
        Map<String, Timeline> changed = new HashMap<>();
        Map<String, Timeline> known = known(events);
        for (Envelope event : events) {
            if (event.type().equals(EntryAppended.TYPE)) {
                Entry entry = EventWire.data(event, EntryAppended.class).entry();
                String code = event.subject();
                Timeline timeline = changed.getOrDefault(code, known.getOrDefault(code, Timeline.shell(code)));
                changed.put(code, with(timeline, entry));
            }
        }
        restored.write(changed.values());
    }

    private Map<String, Timeline> known(List<Envelope> events) {
        return restored.of(events.stream().map(Envelope::subject).distinct().toList());
    }

    /** The log may hold an entry twice; then it is the same one. */
    private Timeline with(Timeline timeline, Entry entry) {
        if (entry.no() <= timeline.entries().size()
                && timeline.entries().get(entry.no() - 1).equals(entry)) {
            return timeline;
        }
        entries++;
        return chronicle.restore(timeline, entry);
    }

    private void facts(List<ConsumerRecord<String, byte[]>> messages) {
        List<Envelope> events = events(messages);
        Map<String, Timeline> known = known(events);
        for (Envelope event : events) {
            Timeline timeline = known.getOrDefault(event.subject(), Timeline.shell(event.subject()));
            if (!timeline.holds(TRACKING.path(), event.sequence())) {
                timeline = appended(event);
                restored.told(event.subject(), event.sequence());
                known.put(event.subject(), timeline);
            }
            facts++;
            scans.restore(entryOf(timeline, event), event.subject());
        }
    }

    /** Told, but the service died before the log had it: it becomes the next entry, now. */
    private Timeline appended(Envelope event) {
        return timelines.append(
                new TrackingCode(event.subject()), (timeline, now) -> chronicle.heard(timeline, event, now));
    }

    private static Entry entryOf(Timeline timeline, Envelope event) {
        return timeline.entries().stream()
                .filter(entry -> entry.isOf(TRACKING.path(), event.sequence()))
                .findFirst()
                .orElseThrow();
    }

    /** What is no event of ours was never an entry: were one missing, the chain would not hold. */
    private static List<Envelope> events(List<ConsumerRecord<String, byte[]>> messages) {
        List<Envelope> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> message : messages) {
            try {
                events.add(EventWire.read(message));
            } catch (UnreadableEvent e) {
                log.warn("passed over {}-{}: {}", message.partition(), message.offset(), e.getMessage());
            }
        }
        return events;
    }
}
