package org.tongban.platform.loop;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** A piece of work with a pause after it, from the service's start to its end. What fails is logged and tried again. */
public final class Loop implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Loop.class);

    private final String name;
    private final Duration pause;
    private final Runnable work;
    private final ScheduledExecutorService thread;
    private volatile boolean running;

    /**
     * @param name names the thread, {@code relay-sweeper}
     * @param pause between the end of one round and the start of the next
     * @param work one round; tests call it themselves
     */
    public Loop(String name, Duration pause, Runnable work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
        this.thread = Executors.newSingleThreadScheduledExecutor(round -> {
            Thread made = new Thread(round, name);
            made.setDaemon(true);
            return made;
        });
    }

    private void round() {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("{} did not get through, it will try again: {}", name, e.toString());
        } catch (Error e) {
            // thrown on, it would end the loop without a word
            log.error("{} did not get through, it will try again", name, e);
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
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
