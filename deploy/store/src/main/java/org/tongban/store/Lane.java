package org.tongban.store;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Who may use a collection, or the definitions of a database, at the same time: many readers or one writer. */
final class Lane {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final AtomicLong lastWrite = new AtomicLong();

    void enter(boolean writes) {
        if (writes) {
            lock.writeLock().lock();
        } else {
            lock.readLock().lock();
        }
    }

    void leave(boolean writes) {
        if (writes) {
            lock.writeLock().unlock();
        } else {
            lock.readLock().unlock();
        }
    }

    void wrote(long number) {
        lastWrite.accumulateAndGet(number, Math::max);
    }

    /** The highest write that somebody in this lane can have seen. */
    long lastWrite() {
        return lastWrite.get();
    }
}
