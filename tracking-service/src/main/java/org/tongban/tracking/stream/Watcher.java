package org.tongban.tracking.stream;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.tracking.timeline.Entry;
import org.tongban.tracking.timeline.Standing;
import org.tongban.tracking.timeline.Timelines;
import org.tongban.tracking.view.Viewer;
import org.tongban.tracking.view.Views;

/**
 * One stream: sends each entry once and in order, whatever comes from the log and however often. What is early, or did
 * not fit, is read from the store.
 */
final class Watcher {
    /** So many entries are read from the store at a time. */
    static final int PAGE = 50;

    private static final int MOST_WAITING = 200;
    private static final Logger log = LoggerFactory.getLogger(Watcher.class);

    private final IntFunction<Timelines.Excerpt> store;
    private final Viewer viewer;
    private final Locale locale;
    private final Channel channel;
    private final Executor pool;
    private final Runnable onEnd;

    private final Queue<Entry> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean behind = new AtomicBoolean(true);
    private final AtomicBoolean heartbeat = new AtomicBoolean();
    private final AtomicBoolean flying = new AtomicBoolean();
    private volatile boolean ended;
    private volatile int last;
    private volatile Standing standing;

    /**
     * @param store from a number to at most {@value #PAGE} entries behind it
     * @param last the number of the entry that the far end has, 0 for none
     */
    Watcher(
            IntFunction<Timelines.Excerpt> store,
            Standing standing,
            int last,
            Viewer viewer,
            Locale locale,
            Channel channel,
            Executor pool,
            Runnable onEnd) {
        this.store = store;
        this.standing = standing;
        this.last = last;
        this.viewer = viewer;
        this.locale = locale;
        this.channel = channel;
        this.pool = pool;
        this.onEnd = onEnd;
    }

    /** An entry came by on the log. */
    void offer(Entry entry) {
        if (waiting.size() < MOST_WAITING) {
            waiting.add(entry);
        } else {
            behind.set(true);
        }
        fly();
    }

    /** Something may have been missed: look into the store. */
    void catchUp() {
        behind.set(true);
        fly();
    }

    void beat() {
        heartbeat.set(true);
        fly();
    }

    void end() {
        if (!ended) {
            ended = true;
            onEnd.run();
            channel.close();
        }
    }

    private void fly() {
        if (!ended && flying.compareAndSet(false, true)) {
            try {
                pool.execute(this::work);
            } catch (RejectedExecutionException closing) {
                flying.set(false);
            }
        }
    }

    private void work() {
        boolean store = true;
        try {
            send();
        } catch (IOException | IllegalStateException gone) {
            end();
        } catch (RuntimeException e) {
            // the store is away: the next heartbeat looks again
            log.warn("a stream could not read its timeline, it will try again: {}", e.toString());
            behind.set(true);
            store = false;
        } finally {
            flying.set(false);
        }
        // what was asked for while the last of it was on its way
        if (store && (behind.get() || heartbeat.get() || !waiting.isEmpty())) {
            fly();
        }
    }

    private void send() throws IOException {
        if (behind.getAndSet(false)) {
            fromTheStore();
        }
        for (Entry entry = waiting.poll(); entry != null; entry = waiting.poll()) {
            if (entry.no() == last + 1) {
                send(entry);
            } else if (entry.no() > last) {
                fromTheStore();
            }
        }
        if (heartbeat.getAndSet(false)) {
            channel.heartbeat();
        }
    }

    private void fromTheStore() throws IOException {
        List<Entry> page;
        do {
            Timelines.Excerpt excerpt = store.apply(last);
            standing = excerpt.standing();
            page = excerpt.entries();
            for (Entry entry : page) {
                send(entry);
            }
        } while (page.size() >= PAGE);
    }

    private void send(Entry entry) throws IOException {
        channel.entry(Views.of(entry, standing, viewer, locale));
        last = entry.no();
    }
}
