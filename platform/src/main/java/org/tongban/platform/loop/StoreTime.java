package org.tongban.platform.loop;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The time by the store's clock, the same for all instances of a service: read from the store now and then and carried
 * on by a counter that nobody can put forward or back.
 */
public final class StoreTime extends Clock {
    /** Two good quartz clocks part by less than a millisecond in that time. */
    private static final Duration READ_EVERY = Duration.ofSeconds(30);

    /** What every server up to now and the embedded store know. */
    private static final Document HELLO_OF_OLD = new Document("isMaster", 1);
    /** What a server that has forgotten the old name knows. */
    private static final Document HELLO = new Document("hello", 1);

    private static final int NO_SUCH_COMMAND = 59;

    private final MongoDatabase database;
    private final ZoneId zone;
    private volatile @Nullable Reading last;

    /** @param nanos {@link System#nanoTime} half-way between question and answer */
    private record Reading(Instant time, long nanos) {
        Duration age() {
            return Duration.ofNanos(System.nanoTime() - nanos);
        }

        Instant now() {
            return time.plus(age());
        }
    }

    public StoreTime(MongoDatabase database) {
        this(database, ZoneOffset.UTC);
    }

    private StoreTime(MongoDatabase database, ZoneId zone) {
        this.database = database;
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        Reading reading = last;
        if (reading == null || reading.age().compareTo(READ_EVERY) > 0) {
            reading = read();
            last = reading;
        }
        return reading.now();
    }

    private Reading read() {
        long before = System.nanoTime();
        Date answer = greeted().getDate("localTime");
        long after = System.nanoTime();
        return new Reading(answer.toInstant(), before + (after - before) / 2);
    }

    private Document greeted() {
        try {
            return database.runCommand(HELLO_OF_OLD);
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != NO_SUCH_COMMAND) {
                throw e;
            }
            return database.runCommand(HELLO);
        }
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new StoreTime(database, other);
    }
}
