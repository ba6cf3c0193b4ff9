package org.tongban.platform.loop;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.platform.time.ClockOffset;

/** The leases of a service's jobs, all by the store's time. */
public final class Leases {
    private static final Duration APART = Duration.ofMinutes(1);
    private static final Logger log = LoggerFactory.getLogger(Leases.class);

    private final MongoDatabase database;
    private final Clock time;
    private final ClockOffset offset;

    public Leases(MongoDatabase database, Clock time) {
        this(database, time, ClockOffset.NONE);
    }

    Leases(MongoDatabase database, Clock time, ClockOffset offset) {
        this.database = database;
        this.time = time;
        this.offset = offset;
    }

    /** @param length how long the job stays with one instance after its last sign of life */
    public Lease of(String job, Duration length) {
        return new Lease(database, job, length, time);
    }

    /** Whether a service's clock, but for how far it is moved, is near the store's; what is decided by the day must wait while it is not. */
    public boolean trust(Clock clock) {
        Instant machine = clock.instant().minus(offset.ahead());
        Instant store = time.instant();
        boolean near = Duration.between(machine, store).abs().compareTo(APART) <= 0;
        if (!near) {
            log.error("this machine says it is {}, the store says {}: set the clock that is wrong", machine, store);
        }
        return near;
    }
}
