package org.tongban.tracking.restore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Keeps the service from serving, and from starting new chains, when its database is empty and its log is not. */
final class EmptyDatabaseGuard implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(EmptyDatabaseGuard.class);
    private static final int TRIES = 10;

    private final RestoredTimelines timelines;
    private final Marker marker;
    private final EventLog events;

    EmptyDatabaseGuard(RestoredTimelines timelines, Marker marker, EventLog events) {
        this.timelines = timelines;
        this.marker = marker;
        this.events = events;
    }

    /** Runs before anything listens. */
    @Override
    public void afterSingletonsInstantiated() {
        if (marker.isSet()) {
            throw new RestoreRefused(
                    "The database of tracking was restored in part: run ./tongban restore tracking again.");
        }
        if (!timelines.areThere() && !isLogEmpty()) {
            throw new RestoreRefused("The database of tracking is empty, but its log holds timelines: run"
                    + " ./tongban restore tracking, then start it again.");
        }
    }

    private boolean isLogEmpty() {
        for (int tried = 1; ; tried++) {
            try {
                return events.isEmpty(Restore.TIMELINE) && events.isEmpty(Restore.TRACKING);
            } catch (KafkaException e) {
                if (tried == TRIES) {
                    throw new RestoreRefused(
                            "The database of tracking is empty and the broker does not answer, so nobody knows whether"
                                    + " it must be restored first: start the broker.",
                            e);
                }
                log.warn("the database is empty and the broker does not answer yet: {}", e.toString());
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }
}
