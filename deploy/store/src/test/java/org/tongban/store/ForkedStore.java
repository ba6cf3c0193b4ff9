package org.tongban.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link StoreServer} in a JVM of its own, to be killed. */
final class ForkedStore implements AutoCloseable {

    private static final String READY = "store ready at ";

    private final Process process;
    private final String uri;

    private ForkedStore(Process process, String uri) {
        this.process = process;
        this.uri = uri;
    }

    static ForkedStore start(Path directory) throws IOException {
        Process process = command(directory, 0)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = firstLine(process);
        assertThat(line).startsWith(READY);
        return new ForkedStore(process, line.substring(READY.length()));
    }

    static ProcessBuilder command(Path directory, int port) {
        return new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                StoreServer.class.getName(),
                directory.toString(),
                String.valueOf(port)));
    }

    static String firstLine(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        return line == null ? "" : line;
    }

    String uri() {
        return uri;
    }

    Process process() {
        return process;
    }

    /** SIGKILL after so long. */
    void killAfter(int millis) {
        try {
            assertThat(process.waitFor(millis, TimeUnit.MILLISECONDS))
                    .as("died by itself")
                    .isFalse();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
