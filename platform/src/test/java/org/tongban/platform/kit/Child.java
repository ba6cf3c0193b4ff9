package org.tongban.platform.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The process of a {@link Fork} and the file under {@code target/} that it writes to: the stream of the test's own JVM
 * belongs to the test runner.
 */
record Child(Process process, Path output) implements AutoCloseable {
    /** Long enough for a machine that is busy with other things. */
    private static final long LONGEST_LIFE_SECONDS = 180;

    private static final int LAST_LINES = 40;
    private static final Path FOLDER = Path.of("target", "forks");
    private static final AtomicInteger STARTED = new AtomicInteger();

    static Child start(Fork fork, String point, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dtongban.crash=" + point));
        fork.settings().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), fork.main().getName()));
        command.addAll(List.of(arguments));
        Path output = FOLDER.resolve(fork.main().getSimpleName() + "-" + STARTED.incrementAndGet() + ".log");
        try {
            Files.createDirectories(FOLDER);
            return new Child(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start(),
                    output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return its exit code */
    int end() {
        try {
            if (!process.waitFor(LONGEST_LIFE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("it lives on after " + LONGEST_LIFE_SECONDS + " seconds; " + lastWords());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What it said last, and where the rest stands. */
    String lastWords() {
        try {
            List<String> lines = new String(Files.readAllBytes(output), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return "the end of " + output + ":\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return output + " cannot be read: " + e;
        }
    }

    /** Kills it, and returns once it is gone. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
