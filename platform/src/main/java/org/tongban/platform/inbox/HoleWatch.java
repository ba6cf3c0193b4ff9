package org.tongban.platform.inbox;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Drains what is parked at start and looks for old holes from time to time. */
final class HoleWatch implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(HoleWatch.class);

    private final Inbox inbox;
    private final Duration every;
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "hole-watch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean running;

    HoleWatch(Inbox inbox, Duration every) {
        this.inbox = inbox;
        this.every = every;
    }

    private void tick() {
        try {
            inbox.drainAll();
            inbox.skipOldHoles();
        } catch (RuntimeException e) {
            log.warn("parked events could not be looked at, this is tried again: {}", e.toString());
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
