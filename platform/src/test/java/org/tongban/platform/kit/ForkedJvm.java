package org.tongban.platform.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A main class in a JVM of its own, which may die at a crash point. */
public final class ForkedJvm {
    /** The exit code of a process that a crash point halted. */
    public static final int HALTED = 137;

    private static final int PATIENCE_SECONDS = 60;

    private ForkedJvm() {}

    /**
     * Runs it to its end.
     *
     * @param crashPoint where it dies; empty: nowhere
     * @return the exit code
     */
    public static int run(String crashPoint, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Dtongban.crash=" + crashPoint,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("%s ends", main.getSimpleName())
                    .isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}
