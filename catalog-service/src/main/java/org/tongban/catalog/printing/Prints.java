package org.tongban.catalog.printing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Prints by their ETag: each is made once, at a thread of its own, and kept, because it stays the same; who asks waits for
 * a moment, and callers take turns.
 */
@Component
final class Prints implements DisposableBean {
    private final PrintProperties properties;
    private final Cache<String, byte[]> kept;
    private final Map<String, CompletableFuture<byte[]>> inProgress = new HashMap<>();
    private final PrintQueue queue;
    private final Semaphore seats;
    private final ExecutorService presses;

    Prints(PrintProperties properties) {
        this.properties = properties;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(properties.kept().toBytes())
                .<String, byte[]>weigher((etag, print) -> print.length)
                .build();
        this.queue = new PrintQueue(properties.waiting(), properties.waitingPerCaller());
        this.seats = new Semaphore(properties.atOnce() + properties.waiting());
        this.presses = Executors.newFixedThreadPool(properties.atOnce(), work -> {
            Thread thread = new Thread(work, "press");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * The print of this ETag.
     *
     * @param caller whose turn it is
     * @param making makes it; asked once for all who wait for it
     * @throws PrintBusy when it takes longer than anybody waits
     * @throws TooManyPrints when this caller waits for too many others
     */
    byte[] of(String etag, String caller, Supplier<byte[]> making) {
        byte[] known = kept.getIfPresent(etag);
        if (known != null) {
            return known;
        }
        if (!seats.tryAcquire()) {
            throw new PrintBusy();
        }
        try {
            return waitFor(ordered(etag, caller, making));
        } finally {
            seats.release();
        }
    }

    private synchronized CompletableFuture<byte[]> ordered(String etag, String caller, Supplier<byte[]> making) {
        byte[] known = kept.getIfPresent(etag);
        if (known != null) {
            return CompletableFuture.completedFuture(known);
        }
        CompletableFuture<byte[]> ordered = inProgress.get(etag);
        if (ordered == null) {
            CompletableFuture<byte[]> print = new CompletableFuture<>();
            queue.add(caller, () -> make(etag, making, print));
            inProgress.put(etag, print);
            presses.execute(this::pressNext);
            ordered = print;
        }
        return ordered;
    }

    private void pressNext() {
        Runnable next;
        synchronized (this) {
            next = queue.next();
        }
        next.run();
    }

    /** It is out of the way before anybody hears of it, so that who asks next finds what was kept or tries anew. */
    private void make(String etag, Supplier<byte[]> making, CompletableFuture<byte[]> print) {
        try {
            byte[] made = making.get();
            kept.put(etag, made);
            ended(etag);
            print.complete(made);
        } catch (RuntimeException | Error e) {
            ended(etag);
            print.completeExceptionally(e);
        }
    }

    private synchronized void ended(String etag) {
        inProgress.remove(etag);
    }

    private byte[] waitFor(CompletableFuture<byte[]> print) {
        try {
            return print.get(properties.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new PrintBusy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PrintBusy();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a print could not be made", e.getCause());
        }
    }

    /** Whether nothing is being made any more, for whoever has closed it. */
    boolean isIdle(Duration within) throws InterruptedException {
        return presses.awaitTermination(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void destroy() {
        presses.shutdown();
    }
}
