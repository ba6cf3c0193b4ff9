package org.tongban.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/**
 * Makes writes durable, all that wait at once. A write is numbered and holds the read side of one store-wide lock while
 * it changes maps; the commit takes the write side, so it never holds half of one, and is on disk before anybody who
 * waits for a number is told.
 */
final class GroupCommit implements AutoCloseable {

    private static final Logger log = System.getLogger(GroupCommit.class.getName());

    private record Waiting(long number, Answer answer) implements Comparable<Waiting> {
        @Override
        public int compareTo(Waiting other) {
            return Long.compare(number, other.number);
        }
    }

    /** Is told once whether the writes up to a number are on disk. */
    @FunctionalInterface
    interface Answer {
        void committed(boolean durable);
    }

    /** How what was changed gets onto the disk. */
    interface Disk {
        /** Writes down what was changed so far, while nobody changes anything. */
        void commit();

        /** Returns once what was written down survives. */
        void sync();

        static Disk of(MVStore store) {
            return new Disk() {
                @Override
                public void commit() {
                    store.commit();
                }

                @Override
                public void sync() {
                    store.sync();
                }
            };
        }
    }

    private final Disk disk;
    private final Compaction compaction;
    private final Runnable onFailure;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final AtomicLong started = new AtomicLong();
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>();
    private final Thread committer = new Thread(this::run, "store-commit");

    private volatile long committed;
    private boolean closing;
    private boolean failed;

    /** @param onFailure runs once, when nothing can be written any more */
    GroupCommit(Disk disk, Compaction compaction, Runnable onFailure) {
        this.disk = disk;
        this.compaction = compaction;
        this.onFailure = onFailure;
        committer.setDaemon(true);
    }

    void start() {
        committer.start();
    }

    /** Begins to change maps; {@link #end} must follow. */
    long begin() {
        lock.readLock().lock();
        return started.incrementAndGet();
    }

    void end() {
        lock.readLock().unlock();
    }

    /** The number of the last write that began. */
    long last() {
        return started.get();
    }

    /** Answers once all writes up to this number are on disk, at once if they are already. */
    void whenCommitted(long number, Answer answer) {
        boolean durable = number <= committed;
        if (!durable) {
            synchronized (waiting) {
                durable = number <= committed;
                if (!durable && !failed) {
                    waiting.add(new Waiting(number, answer));
                    waiting.notifyAll();
                    return;
                }
            }
        }
        tell(answer, durable);
    }

    /** Whether the store was given up: nothing is acknowledged any more. */
    boolean hasFailed() {
        synchronized (waiting) {
            return failed;
        }
    }

    /** Whatever ends this thread ends the store aloud: a listener whose committer is gone would answer nobody. */
    private void run() {
        try {
            while (awaitWork()) {
                commit();
            }
            commit();
        } catch (Throwable e) {
            log.log(Level.ERROR, "the store can no longer be written; nothing more is acknowledged", e);
            fail();
        }
    }

    /** False when the store closes. */
    private boolean awaitWork() throws InterruptedException {
        synchronized (waiting) {
            if (waiting.isEmpty() && !closing) {
                waiting.wait(Compaction.IDLE_MILLIS);
            }
            if (closing || !waiting.isEmpty()) {
                return !closing;
            }
        }
        compactWhileIdle();
        return true;
    }

    private void compactWhileIdle() {
        lock.writeLock().lock();
        try {
            compaction.runWhileIdle();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void commit() {
        long covered;
        lock.writeLock().lock();
        try {
            covered = started.get();
            if (covered == committed) {
                return;
            }
            disk.commit();
            compaction.committed();
        } finally {
            lock.writeLock().unlock();
        }
        disk.sync();
        List<Waiting> done = new ArrayList<>();
        synchronized (waiting) {
            committed = covered;
            while (!waiting.isEmpty() && waiting.element().number <= covered) {
                done.add(waiting.remove());
            }
        }
        done.forEach(one -> tell(one.answer, true));
    }

    private void fail() {
        List<Waiting> lost;
        synchronized (waiting) {
            failed = true;
            lost = new ArrayList<>(waiting);
            waiting.clear();
        }
        lost.forEach(one -> tell(one.answer, false));
        onFailure.run();
    }

    /** One connection that cannot be answered is no reason to leave the others without an answer. */
    private static void tell(Answer answer, boolean durable) {
        try {
            answer.committed(durable);
        } catch (RuntimeException e) {
            log.log(Level.WARNING, "an answer could not be given", e);
        }
    }

    /** Commits what is left and stops. */
    @Override
    public void close() {
        synchronized (waiting) {
            closing = true;
            waiting.notifyAll();
        }
        try {
            committer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
