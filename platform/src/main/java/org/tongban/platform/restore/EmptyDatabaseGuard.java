package org.tongban.platform.restore;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.tongban.platform.event.Source;

/** Keeps a service from serving, and from numbering anew, when its database is empty and its own topics are not. */
public final class EmptyDatabaseGuard implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(EmptyDatabaseGuard.class);
    private static final int TRIES = 10;

    private final String part;
    private final BooleanSupplier isEmpty;
    private final List<Source> own;
    private final EventLog topics;

    /**
     * @param part as the launcher names the service, {@code tracking}
     * @param isEmpty whether the database holds nothing of what the service has told
     * @param own whom the service tells as
     */
    public EmptyDatabaseGuard(String part, BooleanSupplier isEmpty, List<Source> own, EventLog topics) {
        this.part = part;
        this.isEmpty = isEmpty;
        this.own = List.copyOf(own);
        this.topics = topics;
    }

    /** Runs before anything listens. */
    @Override
    public void afterSingletonsInstantiated() {
        if (isEmpty.getAsBoolean() && !areTopicsEmpty()) {
            throw new RestoreRefused("The database of " + part
                    + " is empty, but its topics are not: run ./tongban restore " + part + ", then start it again.");
        }
    }

    private boolean areTopicsEmpty() {
        for (int tried = 1; ; tried++) {
            try {
                return own.stream().allMatch(topics::isEmpty);
            } catch (KafkaException e) {
                if (tried == TRIES) {
                    throw new RestoreRefused(
                            "The database of " + part
                                    + " is empty and the broker does not answer, so nobody knows whether"
                                    + " it must be restored first: start the broker.",
                            e);
                }
                log.warn("the database is empty and the broker does not answer yet: {}", e.toString());
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }
}
