package org.tongban.catalog.bulkhead;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.tongban.platform.problem.Busy;

/** So many do a thing at once, a few more wait for a moment, and everybody else is told to come again. */
public final class Bulkhead {
    private final Semaphore places;
    private final Semaphore seats;
    private final Duration patience;

    /**
     * @param atOnce how many do it side by side
     * @param waiting how many more wait for a place
     * @param patience how long
     */
    public Bulkhead(int atOnce, int waiting, Duration patience) {
        this.places = new Semaphore(atOnce, true);
        this.seats = new Semaphore(atOnce + waiting);
        this.patience = patience;
    }

    /** @throws Busy when no place is free in time, or too many wait for one */
    public <T> T run(Supplier<T> work) {
        if (!seats.tryAcquire()) {
            throw new Busy();
        }
        try {
            return inAPlace(work);
        } finally {
            seats.release();
        }
    }

    private <T> T inAPlace(Supplier<T> work) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
