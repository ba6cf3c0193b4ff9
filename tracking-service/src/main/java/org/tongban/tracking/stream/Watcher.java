package org.tongban.tracking.stream;

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
    private final AtomicBoolean room = new AtomicBoolean();
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

    /** The far end has read what it was sent, after it had refused more. */
    void roomAgain() {
        room.set(true);
        fly();
    }

    private void work() {
        boolean goOn = true;
        room.set(false);
        try {
            goOn = isSent();
        } catch (RuntimeException e) {
            // the store is away: the next heartbeat looks again
            log.warn("a stream could not read its timeline, it will try again: {}", e.toString());
            behind.set(true);
            goOn = false;
        } finally {
            flying.set(false);
        }
        // what was asked for while the last of it was on its way
        if (room.get() || (goOn && (behind.get() || heartbeat.get() || !waiting.isEmpty()))) {
            fly();
        }
    }

    /** @return false when the far end takes no more just now; it is behind then, and says when it has room */
    private boolean isSent() {
        boolean taken = !behind.getAndSet(false) || isSentFromTheStore();
        for (Entry entry = waiting.poll(); taken && entry != null; entry = waiting.poll()) {
            if (entry.no() == last + 1) {
                taken = isSent(entry);
            } else if (entry.no() > last) {
                taken = isSentFromTheStore();
            }
        }
        if (!taken) {
            waiting.clear();
            behind.set(true);
        } else if (heartbeat.getAndSet(false)) {
            taken = channel.heartbeat();
        }
        return taken;
    }

    private boolean isSentFromTheStore() {
        List<Entry> page;
        do {
            Timelines.Excerpt excerpt = store.apply(last);
            standing = excerpt.standing();
            page = excerpt.entries();
            for (Entry entry : page) {
                if (!isSent(entry)) {
                    return false;
                }
            }
        } while (page.size() >= PAGE);
        return true;
    }

    private boolean isSent(Entry entry) {
        boolean taken = channel.entry(Views.of(entry, standing, viewer, locale));
        if (taken) {
            last = entry.no();
        }
        return taken;
    }
}
