package org.tongban.local.part;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.tongban.local.place.Place;
import org.tongban.local.place.PortOwner;
import org.tongban.local.place.Refused;

/** Starts parts side by side, each when those before it are ready, and waits until all serve. */
public final class Starter {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(30);

    private static final int LAST_LINES = 15;

    private final Place place;

    private final Processes processes;

    private final Progress progress;

    public Starter(Place place, Processes processes, Progress progress) {
        this.place = place;
        this.processes = processes;
        this.progress = progress;
    }

    /**
     * Returns when all of them are ready; what runs already is left alone.
     *
     * @param parts in an order in which nobody stands before one it waits for
     * @throws Refused about the first part that could not be brought up
     */
    public void start(Collection<? extends Part> parts) {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Map<String, CompletableFuture<Void>> ready = new ConcurrentHashMap<>();
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            for (Part part : parts) {
                CompletableFuture<?>[] before = part.after().stream()
                        .map(ready::get)
                        .filter(other -> other != null)
                        .toArray(CompletableFuture<?>[]::new);
                ready.put(
                        part.name(),
                        CompletableFuture.allOf(before)
                                .thenRunAsync(() -> bringUp(part, failure), threads)
                                .whenComplete((done, why) -> failure.compareAndSet(null, why)));
            }
            CompletableFuture.allOf(ready.values().toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (CompletionException e) {
            throw asTold(Objects.requireNonNullElse(failure.get(), e));
        } finally {
            threads.shutdown();
        }
    }

    /** What failed first: what came after it only gave up. */
    private static RuntimeException asTold(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof RuntimeException told ? told : new IllegalStateException(failure);
    }

    private void bringUp(Part part, AtomicReference<@Nullable Throwable> failure) {
        Optional<ProcessHandle> running = processes.adopted(part.name());
        if (running.isPresent() && serves(part, running.get())) {
            part.started();
            progress.tell(part.name(), "runs already (" + where(part, running.get()) + ")");
            return;
        }
        long begin = System.nanoTime();
        ProcessHandle process = running.orElseGet(() -> processes.start(part, progress));
        awaitReady(part, process, failure);
        part.started();
        progress.tell(
                part.name(),
                String.format(
                        Locale.ROOT,
                        "ready after %.1f s (%s)",
                        Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0,
                        where(part, process)));
    }

    /** Its own process answers, not another one at its port; asked last whether it lives, since of the dead nobody knows the port. */
    private boolean serves(Part part, ProcessHandle process) {
        return part.ready()
                && !PortOwner.isForeign(place.ports().of(part.ports().get(0)), process.pid())
                && MarkedProcess.isAlive(process);
    }

    /** The patience counts from here: what came before the launch, however long it took, is not the part's fault. */
    private void awaitReady(Part part, ProcessHandle process, AtomicReference<@Nullable Throwable> failure) {
        Patience patience = new Patience(System::nanoTime, () -> signs(part, process));
        Duration nextLine = BETWEEN_LINES;
        while (!serves(part, process)) {
            if (!MarkedProcess.isAlive(process)) {
                throw new Refused(part.name() + " ended while it started; " + lastWords(part));
            }
            if (failure.get() != null) {
                throw new Refused(part.name() + " was given up because another part failed.");
            }
            if (patience.isOver()) {
                throw new Refused(part.name() + " runs but does not serve after "
                        + patience.passed().toMinutes() + " minutes; " + lastWords(part));
            }
            if (patience.passed().compareTo(nextLine) > 0) {
                progress.tell(part.name(), "is still starting after " + nextLine.toSeconds() + " s");
                nextLine = nextLine.plus(BETWEEN_LINES);
            }
            pause();
        }
    }

    private Patience.Signs signs(Part part, ProcessHandle process) {
        return new Patience.Signs(
                place.log(part.name()).toFile().length(),
                process.info().totalCpuDuration().orElse(Duration.ZERO));
    }

    private String lastWords(Part part) {
        return "the end of " + place.log(part.name()) + " says:\n  "
                + String.join("\n  ", LastWords.of(place.log(part.name()), LAST_LINES));
    }

    private String where(Part part, ProcessHandle process) {
        return "pid " + process.pid() + ", port "
                + place.ports().of(part.ports().get(0));
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("The start was interrupted.", e);
        }
    }
}
