package org.tongban.platform.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The sweeper's clockwork: five lines round {@link Relay#sweep()}, on the instance that holds the lease. */
final class RelayLoop implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(RelayLoop.class);

    private final List<Relay> relays;
    private final Lease lease;
    private final Duration every;
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "relay-sweeper");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean running;

    RelayLoop(List<Relay> relays, Lease lease, Duration every) {
        this.relays = relays;
        this.lease = lease;
        this.every = every;
    }

    private void tick() {
        try {
            if (lease.taken()) {
                relays.forEach(Relay::sweep);
            }
        } catch (RuntimeException e) {
            log.warn("the sweeper could not look for pending events, it will look again: {}", e.toString());
        }
    }

    @Override
    public void start() {
        running = true;
        ScheduledFuture<?> unused = loop.scheduleWithFixedDelay(this::tick, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        loop.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
