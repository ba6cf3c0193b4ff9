package org.tongban.catalog.importing;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.tongban.platform.problem.Busy;

/** Whose imports are running: one of each editor, and few in all, so that citizens' questions never wait for them. */
@Component
final class ImportTurns {
    private final Set<String> running = new HashSet<>();
    private final int sideBySide;
    private final Duration patience;

    ImportTurns(ImportProperties properties) {
        this.sideBySide = properties.sideBySide();
        this.patience = properties.patience();
    }

    /** One import's turn, given back at its end. */
    interface Turn {
        void close();
    }

    /**
     * Waits for a moment until it is an editor's turn.
     *
     * @throws ImportRunning while another import of the same editor goes on
     * @throws Busy while too many others do
     */
    synchronized Turn take(String editor) {
        long until = System.nanoTime() + patience.toNanos();
        try {
            while (running.contains(editor) || running.size() >= sideBySide) {
                long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                if (left <= 0) {
                    throw running.contains(editor) ? new ImportRunning() : new Busy();
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        running.add(editor);
        return () -> end(editor);
    }

    private synchronized void end(String editor) {
        running.remove(editor);
        notifyAll();
    }
}
