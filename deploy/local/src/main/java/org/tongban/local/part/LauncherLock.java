package org.tongban.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tongban.local.place.Folders;
import org.tongban.local.place.Refused;

/**
 * Lets one launcher at a time change what runs in a state folder. The system takes the lock back from a launcher that dies;
 * its file is never removed, for two could then hold locks on two files of one name.
 */
public final class LauncherLock {

    /** As long as a first {@code up} takes on a slow machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    /** The system's lock is the whole JVM's, so threads need one of their own. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final Path file;

    private final Duration patience;

    private final ReentrantLock threads;

    /** The lock in that file. */
    public LauncherLock(Path file) {
        this(file, PATIENCE);
    }

    LauncherLock(Path file, Duration patience) {
        this.file = file.toAbsolutePath();
        this.patience = patience;
        this.threads = THREADS.computeIfAbsent(this.file, unused -> new ReentrantLock());
    }

    /**
     * Does this while no other launcher changes anything; waits for another one, and says so.
     *
     * @throws Refused if the other one does not come to its end
     */
    public void alone(Progress progress, Runnable work) {
        long end = System.nanoTime() + patience.toNanos();
        if (!entered(end)) {
            throw refused();
        }
        try {
            if (threads.getHoldCount() > 1) {
                work.run();
                return;
            }
            try (FileChannel channel = open();
                    FileLock lock = awaited(channel, end, progress)) {
                if (lock.isValid()) {
                    sign(channel);
                    work.run();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.unlock();
        }
    }

    /** Does this if no other launcher is at work at this moment; false if one is. */
    public boolean aloneNow(Runnable work) {
        if (!threads.tryLock()) {
            return false;
        }
        try (FileChannel channel = open();
                @Nullable FileLock lock = channel.tryLock()) {
            if (lock == null) {
                return false;
            }
            sign(channel);
            work.run();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.unlock();
        }
    }

    private boolean entered(long end) {
        try {
            return threads.tryLock() || threads.tryLock(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("The command was interrupted.", e);
        }
    }

    private FileLock awaited(FileChannel channel, long end, Progress progress) throws IOException {
        boolean told = false;
        while (true) {
            @Nullable FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
            if (System.nanoTime() > end) {
                throw refused();
            }
            if (!told) {
                progress.tell("waiting", "another ./tongban is at work here (" + holder() + ")");
                told = true;
            }
            pause();
        }
    }

    private FileChannel open() throws IOException {
        Folders.secret(Objects.requireNonNull(file.getParent()));
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static void sign(FileChannel channel) throws IOException {
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
    }

    private Refused refused() {
        return new Refused("Another ./tongban is at work here (" + holder() + ") and did not come to its end in "
                + patience.toMinutes() + " minutes: wait for it, or end it and try again.");
    }

    private String holder() {
        try {
            return "pid " + Files.readString(file).strip();
        } catch (IOException unknown) {
            return "which one is unknown";
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("The command was interrupted.", e);
        }
    }
}
