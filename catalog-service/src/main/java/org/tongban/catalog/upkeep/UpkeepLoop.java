package org.tongban.catalog.upkeep;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tongban.catalog.editing.Publishing;
import org.tongban.catalog.list.ListKeys;
import org.tongban.catalog.reference.References;
import org.tongban.catalog.search.IndexUpkeep;

/**
 * The clockwork round {@link ListKeys#refresh()}, {@link References#refresh()}, {@link Publishing#publishDue} and
 * {@link IndexUpkeep#look()}; fills memory before the port opens.
 */
@Component
final class UpkeepLoop implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(UpkeepLoop.class);
    private static final int BEFORE_THE_PORT_OPENS = 0;
    private static final int LOOKING_AND_MAKING_ANEW = 2;

    private final ListKeys keys;
    private final References references;
    private final Publishing publishing;
    private final Clock clock;
    private final IndexUpkeep index;
    private final UpkeepProperties properties;
    private final ScheduledExecutorService loop = Executors.newScheduledThreadPool(LOOKING_AND_MAKING_ANEW, work -> {
        Thread thread = new Thread(work, "upkeep");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable ScheduledFuture<?> looks;
    private @Nullable ScheduledFuture<?> rebuilds;
    private volatile boolean running;

    UpkeepLoop(
            ListKeys keys,
            References references,
            Publishing publishing,
            Clock clock,
            IndexUpkeep index,
            UpkeepProperties properties) {
        this.keys = keys;
        this.references = references;
        this.publishing = publishing;
        this.clock = clock;
        this.index = index;
        this.properties = properties;
    }

    @Override
    public void start() {
        references.refresh();
        index.look();
        running = true;
        long pause = properties.every().toMillis();
        looks = loop.scheduleWithFixedDelay(this::tick, pause, pause, TimeUnit.MILLISECONDS);
        long longPause = properties.anew().toMillis();
        rebuilds = loop.scheduleWithFixedDelay(this::rebuild, longPause, longPause, TimeUnit.MILLISECONDS);
    }

    private void rebuild() {
        try {
            index.rebuild();
        } catch (RuntimeException e) {
            log.warn("could not make the index anew, the old one answers on: {}", e.toString());
        }
    }

    private void tick() {
        try {
            keys.refresh();
            references.refresh();
            publishing.publishDue(clock.instant());
            index.look();
        } catch (RuntimeException e) {
            log.warn("could not look for changes, will look again: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        running = false;
        if (looks != null) {
            looks.cancel(false);
        }
        if (rebuilds != null) {
            rebuilds.cancel(false);
        }
        loop.shutdown();
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
