package org.tongban.tracking.timeline;

import java.time.Instant;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.event.DomainEvent;

/**
 * An entry came onto a timeline; the timeline's own log, from which it is restored.
 *
 * @param entry the whole entry, salt and facts included
 */
public record EntryAppended(TrackingCode code, Entry entry) implements DomainEvent {
    public static final String TYPE = "timeline.entry-appended.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Instant at() {
        return entry.recordedAt();
    }
}
