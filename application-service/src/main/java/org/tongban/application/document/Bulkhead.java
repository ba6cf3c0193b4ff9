package org.tongban.application.document;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tongban.platform.problem.Busy;

/** How many transfers one instance carries at once, and how many of them one person may have. */
final class Bulkhead {
    private final Semaphore free;
    private final int perPerson;
    private final ConcurrentMap<String, Integer> byPerson = new ConcurrentHashMap<>();

    Bulkhead(int atOnce, int perPerson) {
        this.free = new Semaphore(atOnce);
        this.perPerson = perPerson;
    }

    /** A place in it, until it is closed; closing it again does nothing. */
    final class Place implements AutoCloseable {
        private final String person;
        private final AtomicBoolean isHeld = new AtomicBoolean(true);

        private Place(String person) {
            this.person = person;
        }

        @Override
        public void close() {
            if (isHeld.compareAndSet(true, false)) {
                leave(person);
                free.release();
            }
        }
    }

    /**
     * @throws TooManyTransfers when the person has as many as one person may have
     * @throws Busy when all places are taken
     */
    Place enter(String person) {
        int mine = byPerson.merge(person, 1, Integer::sum);
        if (mine > perPerson) {
            leave(person);
            throw new TooManyTransfers(perPerson);
        }
        if (!free.tryAcquire()) {
            leave(person);
            throw new Busy();
        }
        return new Place(person);
    }

    int taken() {
        return byPerson.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void leave(String person) {
        byPerson.computeIfPresent(person, (who, count) -> count == 1 ? null : count - 1);
    }
}
