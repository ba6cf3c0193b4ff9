package org.tongban.platform.loop;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A piece of work with a pause after it, from the service's start to its end. What fails is logged and tried again; the
 * round under way at the end is waited for.
 */
public final class Loop implements SmartLifecycle {
    /** How much longer than the pause a lease lasts: so long nobody does the job after its holder died. */
    private static final Duration BEYOND_THE_PAUSE = Duration.ofSeconds(15);

    /** How often the lease is taken anew while a round is under way. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

    /** More than one command waits for a silent store would be more than a stop may take. */
    private static final Duration LAST_ROUND = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(Loop.class);

    private static final ScheduledExecutorService SIGNS_OF_LIFE =
            Executors.newSingleThreadScheduledExecutor(sign -> daemon(sign, "leases"));

    private final String name;
    private final Duration pause;
    private final Runnable work;
    private final @Nullable Lease lease;
    private final ScheduledExecutorService thread;
    private volatile boolean running;

    /**
     * @param name names the thread, {@code relay-sweeper}
     * @param pause between the end of one round and the start of the next
     * @param work one round; tests call it themselves
     */
    public Loop(String name, Duration pause, Runnable work) {
        this(name, pause, null, work);
    }

    /**
     * A loop that goes round in one instance of a service only; when that one ends, another goes on at its next round.
     *
     * @param name names the thread and the lease
     */
    public static Loop inOneInstance(Leases leases, String name, Duration pause, Runnable work) {
        return new Loop(name, pause, leases.of(name, pause.plus(BEYOND_THE_PAUSE)), work);
    }

    /** @param lease whoever has it goes round; it is given back at the end */
    public Loop(String name, Duration pause, @Nullable Lease lease, Runnable work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
        this.lease = lease;
        this.thread = Executors.newSingleThreadScheduledExecutor(round -> daemon(round, name));
    }

    private void round() {
        try {
            if (lease == null) {
                work.run();
            } else if (lease.taken()) {
                roundWith(lease);
            }
        } catch (RuntimeException e) {
            log.warn("{} did not get through, it will try again", name, e);
        } catch (Error e) {
            // thrown on, it would end the loop without a word
            log.error("{} did not get through, it will try again", name, e);
        }
    }

    /** A round may last longer than the lease: as long as it goes on, the lease is kept. */
    private void roundWith(Lease held) {
        ScheduledFuture<?> signs = SIGNS_OF_LIFE.scheduleWithFixedDelay(
                () -> keep(held), SIGN_OF_LIFE.toMillis(), SIGN_OF_LIFE.toMillis(), TimeUnit.MILLISECONDS);
        try {
            work.run();
        } finally {
            signs.cancel(false);
        }
    }

    private void keep(Lease held) {
        try {
            held.taken();
        } catch (RuntimeException e) {
            log.warn("the lease of {} could not be kept", name, e);
        }
    }

    @Override
    public void start() {
        running = true;
        ScheduledFuture<?> unused =
                thread.scheduleWithFixedDelay(this::round, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST_ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("{} is cut off in its round; the next one does what is left", name);
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
        if (lease != null) {
            giveBack(lease);
        }
    }

    /** All loops of a service end side by side. */
    @Override
    public void stop(Runnable whenStopped) {
        daemon(
                        () -> {
                            try {
                                stop();
                            } finally {
                                whenStopped.run();
                            }
                        },
                        name + "-stop")
                .start();
    }

    private void giveBack(Lease held) {
        try {
            held.giveBack();
        } catch (RuntimeException e) {
            log.warn("the lease of {} could not be given back, it ends by itself", name, e);
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread made = new Thread(work, name);
        made.setDaemon(true);
        return made;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
