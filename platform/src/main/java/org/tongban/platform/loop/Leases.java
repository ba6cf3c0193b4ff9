package org.tongban.platform.loop;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;

/** The leases of a service's jobs, all by the store's time. */
public final class Leases {
    private final MongoDatabase database;
    private final Clock time;

    public Leases(MongoDatabase database, Clock time) {
        this.database = database;
        this.time = time;
    }

    /** @param length how long the job stays with one instance after its last sign of life */
    public Lease of(String job, Duration length) {
        return new Lease(database, job, length, time);
    }
}
