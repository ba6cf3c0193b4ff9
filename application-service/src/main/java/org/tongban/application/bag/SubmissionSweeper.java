package org.tongban.application.bag;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.tongban.platform.outbox.Lease;

/** The clockwork round {@link Submissions#sweep()}, on the instance that holds the lease. */
final class SubmissionSweeper implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(SubmissionSweeper.class);

    private final Submissions submissions;
    private final Lease lease;
    private final Duration every;
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "submission-sweeper");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean running;

    SubmissionSweeper(Submissions submissions, Lease lease, Duration every) {
        this.submissions = submissions;
        this.lease = lease;
        this.every = every;
    }

    private void tick() {
        try {
            if (lease.taken()) {
                submissions.sweep();
            }
        } catch (RuntimeException e) {
            log.warn("could not look for submissions that were cut off, will look again: {}", e.toString());
        }
    }

    @Override
    public void start() {
        running = true;
        loop.scheduleWithFixedDelay(this::tick, 0, every.toMillis(), TimeUnit.MILLISECONDS);
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
