package org.tongban.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/** Kills the store's process at random moments under mixed writes and checks all that it acknowledged. */
public final class Kills {

    private static final int WRITERS = 8;
    private static final int SHORTEST_MILLIS = 100;
    private static final int LONGEST_MILLIS = 900;

    private Kills() {}

    /**
     * Returns how many writes were acknowledged, after every document and every index was compared with them.
     *
     * @param directory where the store is kept, empty
     * @throws AssertionError if anything acknowledged is lost, half there or missing in an index
     */
    public static long survived(Path directory, int kills, long seed) throws IOException, InterruptedException {
        Random random = new Random(seed);
        MixedWriters writers = new MixedWriters(WRITERS, seed);

        for (int kill = 0; kill < kills; kill++) {
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
                .isGreaterThan(kills * 20L);
        return writers.acknowledged();
    }
}
