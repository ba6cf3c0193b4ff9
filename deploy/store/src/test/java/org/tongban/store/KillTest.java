package org.tongban.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link Kills}, 20 of them unless {@code -Dtongban.test.kills=} says otherwise; the bench has 200. */
class KillTest {

    private static final int KILLS = Integer.getInteger("tongban.test.kills", 20);

    @Test
    void nothingAcknowledgedIsLostNorHalfThere(@TempDir Path directory) throws IOException, InterruptedException {
        long acknowledged = Kills.survived(directory, KILLS, System.nanoTime());

        assertThat(acknowledged).isPositive();
        System.out.println(KILLS + " kills, " + acknowledged + " acknowledged writes, all there");
    }
}
