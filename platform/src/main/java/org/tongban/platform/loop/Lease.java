package org.tongban.platform.loop;

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
    private Instant heldUntil = Instant.MIN;

    /** @param clock the store's, so that a machine whose own clock is wrong takes nothing away from another */
    Lease(MongoDatabase database, String job, Duration length, Clock clock) {
        this.leases = database.getCollection("leases");
        this.job = job;
        this.length = length;
        this.clock = clock;
    }

    /** @return true when the job is this instance's, for at least half of the lease's length from now */
    public synchronized boolean taken() {
        Instant now = clock.instant();
        if (now.plus(length.dividedBy(2)).isBefore(heldUntil)) {
            return true;
        }
        Instant until = now.plus(length);
        try {
            leases.updateOne(
                    and(eq("_id", job), or(eq("holder", holder), lt("until", Date.from(now)))),
                    combine(set("holder", holder), set("until", Date.from(until))),
                    new UpdateOptions().upsert(true));
            heldUntil = until;
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                heldUntil = Instant.MIN;
                return false;
            }
            throw e;
        }
    }

    /** Lets another instance have the job at once. */
    public synchronized void giveBack() {
        if (heldUntil.equals(Instant.MIN)) {
            return;
        }
        heldUntil = Instant.MIN;
        leases.deleteOne(and(eq("_id", job), eq("holder", holder)));
    }
}
