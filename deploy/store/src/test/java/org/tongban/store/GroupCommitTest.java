package org.tongban.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private static final long SOON = 10;

    private final AtomicReference<@Nullable Error> diskFault = new AtomicReference<>();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final GroupCommit commits =
            new GroupCommit(new FaultyDisk(), new Compaction((fill, bytes) -> false), () -> told.add("given up"));

    @AfterEach
    void close() {
        commits.close();
    }

    @Test
    void aCommitterThatEndsForWhateverReasonGivesTheStoreUpAloud() throws InterruptedException {
        diskFault.set(new AssertionError("a chunk that cannot be"));
        commits.start();

        write("first");

        assertThat(next()).isEqualTo("first false");
        assertThat(next()).isEqualTo("given up");
        write("second");
        assertThat(next()).isEqualTo("second false");
    }

    @Test
    void anAnswerThatCannotBeGivenKeepsNobodyElseFromTheirs() throws InterruptedException {
        commits.whenCommitted(number(), durable -> {
            throw new IllegalStateException("this connection is gone");
        });
        write("next");

        commits.start();

        assertThat(next()).isEqualTo("next true");
        write("last");
        assertThat(next()).isEqualTo("last true");
    }

    private void write(String name) {
        commits.whenCommitted(number(), durable -> told.add(name + " " + durable));
    }

    private long number() {
        long number = commits.begin();
        commits.end();
        return number;
    }

    private @Nullable String next() throws InterruptedException {
        return told.poll(SOON, TimeUnit.SECONDS);
    }

    private final class FaultyDisk implements GroupCommit.Disk {
        @Override
        public void commit() {
            Error fault = diskFault.get();
            if (fault != null) {
                throw fault;
            }
        }

        @Override
        public void sync() {}
    }
}
