package org.tongban.catalog.upkeep;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tongban.catalog.editing.Publishing;
import org.tongban.catalog.list.IssuedLists;
import org.tongban.catalog.list.ListKeys;
import org.tongban.catalog.reference.References;
import org.tongban.catalog.search.IndexUpkeep;
import org.tongban.platform.loop.Lease;
import org.tongban.platform.loop.Leases;

/**
 * The clockwork round {@link ListKeys#refresh()}, {@link References#refresh()}, {@link Publishing#publishDue},
 * {@link IndexUpkeep#look()} and {@link IssuedLists#sweep}; fills memory before the port opens.
 */
@Component
final class UpkeepLoop implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(UpkeepLoop.class);
    private static final int BEFORE_THE_PORT_OPENS = 0;
    private static final int LOOKING_AND_MAKING_ANEW = 2;
    private static final Duration BEYOND_THE_PAUSE = Duration.ofSeconds(15);

    private final ListKeys keys;
    private final References references;
    private final Publishing publishing;
    private final Clock clock;
    private final IndexUpkeep index;
    private final IssuedLists lists;
    private final UpkeepProperties properties;
    private final Lease due;
    private final Lease sweeping;
    private final ScheduledExecutorService loop = Executors.newScheduledThreadPool(LOOKING_AND_MAKING_ANEW, work -> {
        Thread thread = new Thread(work, "upkeep");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean running;

    UpkeepLoop(
            ListKeys keys,
            References references,
            Publishing publishing,
            Clock clock,
            IndexUpkeep index,
            IssuedLists lists,
            UpkeepProperties properties,
            Leases leases) {
        this.keys = keys;
        this.references = references;
        this.publishing = publishing;
        this.clock = clock;
        this.index = index;
        this.lists = lists;
        this.properties = properties;
        this.due = leases.of("publication", properties.every().plus(BEYOND_THE_PAUSE));
        this.sweeping = leases.of("list-sweep", properties.sweep().plus(BEYOND_THE_PAUSE));
    }

    @Override
    public void start() {
        references.refresh();
        index.look();
        running = true;
        every(properties.every(), this::look);
        every(properties.anew(), () -> attempt("the index made anew", index::rebuild));
        every(properties.sweep(), () -> attempt("the sweep of unused lists", this::sweep));
    }

    private void every(Duration pause, Runnable round) {
        ScheduledFuture<?> unused =
                loop.scheduleWithFixedDelay(round, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        attempt("the look for list keys", keys::refresh);
        attempt("the look for reference data", references::refresh);
        attempt("the publication of what is due", this::publishWhatIsDue);
        attempt("the look for changed items", index::look);
    }

    /** Memory is every instance's own; what is due is published by one of them. */
    private void publishWhatIsDue() {
        if (due.taken()) {
            publishing.publishDue(clock.instant());
        }
    }

    private void sweep() {
        if (sweeping.taken()) {
            lists.sweep(clock.instant());
        }
    }

    /** What fails leaves the others their turn. */
    private static void attempt(String job, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("{} did not get through, it will try again", job, e);
        } catch (Error e) {
            // thrown on, it would end the loop without a word
            log.error("{} did not get through, it will try again", job, e);
        }
    }

    @Override
    public void stop() {
        running = false;
        loop.shutdown();
        attempt("giving the publication back", due::giveBack);
        attempt("giving the sweep back", sweeping::giveBack);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_PORT_OPENS;
    }
}
