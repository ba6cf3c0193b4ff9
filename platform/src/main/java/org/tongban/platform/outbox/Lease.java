package org.tongban.platform.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.tongban.platform.code.OpaqueId;

/** Lets one instance of a service do a job that two would do twice: a row with a holder and an end. */
public final class Lease {
    private final MongoCollection<Document> leases;
    private final String job;
    private final Duration length;
    private final Clock clock;
    private final String holder = OpaqueId.next();

    public Lease(MongoDatabase database, String job, Duration length, Clock clock) {
        this.leases = database.getCollection("leases");
        this.job = job;
        this.length = length;
        this.clock = clock;
    }

    /** @return true when the job is this instance's for the lease's length from now */
    public boolean taken() {
        Instant now = clock.instant();
        try {
            leases.updateOne(
                    and(eq("_id", job), or(eq("holder", holder), lt("until", Date.from(now)))),
                    combine(set("holder", holder), set("until", Date.from(now.plus(length)))),
                    new UpdateOptions().upsert(true));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }
}
