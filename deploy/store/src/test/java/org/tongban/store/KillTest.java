package org.tongban.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the store's process at random moments under mixed writes and checks all that it acknowledged. How often:
 * {@code -Dtongban.test.kills=200}, 20 by default.
 */
class KillTest {

    private static final int KILLS = Integer.getInteger("tongban.test.kills", 20);
    private static final int WRITERS = 8;
    private static final int SHORTEST_MILLIS = 100;
    private static final int LONGEST_MILLIS = 900;

    @Test
    void nothingAcknowledgedIsLostNorHalfThere(@TempDir Path directory) throws IOException, InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        MixedWriters writers = new MixedWriters(WRITERS, seed);

        for (int kill = 0; kill < KILLS; kill++) {
            try (ForkedStore store = ForkedStore.start(directory)) {
                writers.check(store.uri());
                writers.writeUntilCut(
                        store.uri(),
                        () -> store.killAfter(SHORTEST_MILLIS + random.nextInt(LONGEST_MILLIS - SHORTEST_MILLIS)));
            }
        }

        try (EmbeddedStore store = EmbeddedStore.open(directory, 0)) {
            writers.check(store.uri());
            assertThat(store.rebuiltIndexes()).as("indexes rebuilt").isZero();
        }
        assertThat(writers.acknowledged())
                .as("acknowledged writes, seed %s", seed)
                .isGreaterThan(KILLS * 20L);
        System.out.println(KILLS + " kills, " + writers.acknowledged() + " acknowledged writes, all there");
    }
}
