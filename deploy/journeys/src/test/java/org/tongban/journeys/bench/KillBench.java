package org.tongban.journeys.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.tongban.local.place.Folders;
import org.tongban.store.Kills;

/** 200 kills of the embedded store at random moments: what was acknowledged is there, every document and every index. */
final class KillBench {
    private static final int KILLS = 200;

    private KillBench() {}

    static boolean holds() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("tongban-kills");
        try {
            long acknowledged = Kills.survived(directory, KILLS, System.nanoTime());
            System.out.printf(
                    Locale.ROOT, "kills   %d kills, %,d acknowledged writes, all there%n%n", KILLS, acknowledged);
            return true;
        } finally {
            Folders.remove(directory);
        }
    }
}
