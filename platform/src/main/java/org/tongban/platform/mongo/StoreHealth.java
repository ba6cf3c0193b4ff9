package org.tongban.platform.mongo;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether the store answers, without which this service can do nothing and should be asked nothing. One asker waits for it,
 * at most every two seconds; all others are told what is known, and nobody is told why.
 */
final class StoreHealth implements HealthIndicator {
    private static final Logger log = LoggerFactory.getLogger(StoreHealth.class);
    private static final Duration KEPT = Duration.ofSeconds(2);
    private static final Document PING = new Document("ping", 1);

    private final MongoDatabase database;
    private final Clock clock;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile Known known = new Known(false, Instant.EPOCH);

    private record Known(boolean up, Instant until) {}

    StoreHealth(MongoDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Health health() {
        if (!clock.instant().isBefore(known.until()) && asking.compareAndSet(false, true)) {
            try {
                boolean up = answers();
                known = new Known(up, clock.instant().plus(KEPT));
            } finally {
                asking.set(false);
            }
        }
        return known.up() ? Health.up().build() : Health.down().build();
    }

    private boolean answers() {
        try {
            database.runCommand(PING);
            return true;
        } catch (RuntimeException e) {
            log.warn("the store does not answer, so this service is not ready: {}", e.toString());
            return false;
        }
    }
}
