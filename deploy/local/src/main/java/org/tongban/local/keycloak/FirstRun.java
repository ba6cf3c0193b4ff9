package org.tongban.local.keycloak;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tongban.local.part.LastWords;
import org.tongban.local.part.Look;
import org.tongban.local.place.Refused;

/** Builds Keycloak with our build options and runs it once, without a realm. */
final class FirstRun {

    private static final Duration AT_MOST = Duration.ofMinutes(5);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private final KeycloakHome home;

    private final Path log;

    FirstRun(KeycloakHome home, Path log) {
        this.home = home;
        this.log = log;
    }

    /** Leaves the built distribution, an empty database and the archive of classes behind. */
    void go(Path archive) {
        home.made();
        try {
            build();
            start(archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("The build of Keycloak was interrupted.", e);
        }
    }

    private void build() throws IOException, InterruptedException {
        List<String> command = home.command(
                List.of(), "build", "--db=dev-file", "--http-relative-path=/auth", "--health-enabled=true");
        require(finish(process(command)) == 0, "the build ended badly");
    }

    private void start(Path archive) throws IOException, InterruptedException {
        int port = freePort();
        int management = freePort();
        Process process = process(home.start(
                List.of("-XX:ArchiveClassesAtExit=" + archive), "http://localhost:" + port, port, management));
        try {
            long end = System.nanoTime() + AT_MOST.toNanos();
            while (!Look.answers("http://127.0.0.1:" + management + "/auth/health/ready")) {
                require(process.isAlive() && System.nanoTime() < end, "it did not start");
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            }
            process.destroy();
            finish(process);
        } finally {
            process.destroyForcibly();
        }
    }

    private Process process(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(home.folder().toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private int finish(Process process) throws InterruptedException {
        boolean ended = process.waitFor(AT_MOST.toSeconds(), TimeUnit.SECONDS);
        require(ended, "it did not end in " + AT_MOST.toMinutes() + " minutes");
        return process.exitValue();
    }

    private void require(boolean fine, String complaint) {
        if (!fine) {
            throw new Refused("Keycloak could not be built: " + complaint + "; the end of " + log + " says:\n"
                    + String.join("\n", LastWords.of(log, 10)));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
