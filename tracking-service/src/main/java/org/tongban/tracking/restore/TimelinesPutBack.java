package org.tongban.tracking.restore;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.platform.event.Source;
import org.tongban.platform.restore.OwnLog;
import org.tongban.tracking.scan.ScanRows;
import org.tongban.tracking.timeline.Chronicle;
import org.tongban.tracking.timeline.Timelines;

/**
 * Puts on the timelines of a store that was put back what they have lost: the log is the record, so entries come back as
 * they were, with their numbers and hashes, and nothing is told twice.
 */
final class TimelinesPutBack implements OwnLog {
    private static final Logger log = LoggerFactory.getLogger(TimelinesPutBack.class);

    private final Chronicle chronicle;
    private final RestoredTimelines restored;
    private final Timelines timelines;
    private final ScanRows scans;

    TimelinesPutBack(Chronicle chronicle, RestoredTimelines restored, Timelines timelines, ScanRows scans) {
        this.chronicle = chronicle;
        this.restored = restored;
        this.timelines = timelines;
        this.scans = scans;
    }

    /** Entries before the facts: a fact that is on no timeline after them never got its entry. */
    @Override
    public List<Source> sources() {
        return List.of(Restore.TIMELINE, Restore.TRACKING);
    }

    @Override
    public List<String> read(Source source, List<ConsumerRecord<String, byte[]>> messages) {
        if (source.equals(Restore.TIMELINE)) {
            LoggedEntries entries = new LoggedEntries(chronicle, restored, restored::putOn, log::warn);
            entries.read(messages);
            return entries.found();
        }
        LoggedFacts facts = new LoggedFacts(chronicle, restored, timelines, scans, log::warn);
        facts.read(messages);
        return facts.lost();
    }
}
