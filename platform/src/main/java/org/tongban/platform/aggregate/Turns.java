package org.tongban.platform.aggregate;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tongban.platform.problem.Busy;

/** Lets the writers of one instance queue up per id instead of racing each other; between instances the guard decides. */
final class Turns {
    private static final int LOCKS = 64;
    /** How long a writer waits for those that came before. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final Lock[] queues =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(Lock[]::new);

    /** @throws Busy when those before take too long */
    <R> R inTurn(String id, Supplier<R> work) {
        Lock queue = queues[Math.floorMod(id.hashCode(), LOCKS)];
        await(queue);
        try {
            return work.get();
        } finally {
            queue.unlock();
        }
    }

    /** Whoever is before us may wait for a silent store; that we wait as well helps nobody. */
    private static void await(Lock queue) {
        try {
            if (!queue.tryLock(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
    }
}
