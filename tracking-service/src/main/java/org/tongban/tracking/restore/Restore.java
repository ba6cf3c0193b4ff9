package org.tongban.tracking.restore;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tongban.platform.event.Source;
import org.tongban.platform.restore.EventLog;
import org.tongban.platform.restore.RestoreRefused;
import org.tongban.tracking.scan.ScanRows;
import org.tongban.tracking.timeline.Chronicle;
import org.tongban.tracking.timeline.Timelines;

/**
 * Fills an empty database from the service's own topics: entries as they are, with the chain checked; what was told but
 * did not reach the log is appended; scan rows, and with them the counters. The group is set back first, which refuses
 * while the service runs, so that the ordinary start hears the others from the beginning and folds what is missing.
 */
public final class Restore {
    static final Source TIMELINE = new Source("timeline");
    static final Source TRACKING = new Source("tracking");

    private final EventLog topics;
    private final Marker marker;
    private final RestoredTimelines restored;
    private final Timelines timelines;
    private final Chronicle chronicle;
    private final ScanRows scans;
    private final Runnable groupToTheBeginning;

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

    /**
     * One record that is none of ours, or one code whose log is broken, keeps no other code from coming back.
     *
     * @return the codes that did not come back whole, each with a sentence
     * @throws RestoreRefused when the database is not empty or the service runs
     */
    public List<String> run(Consumer<String> tell) {
        if (restored.areThere() && !marker.isSet()) {
            throw new RestoreRefused("The database of tracking is not empty, so there is nothing to restore.");
        }
        groupToTheBeginning.run();
        marker.set();
        restored.clear();
        scans.clear();
        LoggedEntries entries = new LoggedEntries(chronicle, restored, restored::write, tell);
        topics.readAll(TIMELINE, entries::read);
        tell.accept(entries.taken() + " entries restored, each chained to the one before it");
        LoggedFacts facts = new LoggedFacts(chronicle, restored, timelines, scans, tell);
        topics.readAll(TRACKING, facts::read);
        tell.accept(facts.found() + " scans, ratings and lights found on their timelines");
        tell.accept("the events of application and notification are heard again from the beginning at the next start");
        marker.remove();
        return Stream.concat(entries.broken().stream(), facts.lost().stream()).toList();
    }
}
