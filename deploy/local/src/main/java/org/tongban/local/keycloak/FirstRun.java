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
import org.tongban.local.part.PidFile;
import org.tongban.local.part.Progress;
import org.tongban.local.place.Refused;

/** Builds Keycloak with our build options and runs it once, without a realm. */
final class FirstRun {

    /** A hang, not a slow machine. */
    private static final Duration AT_MOST = Duration.ofMinutes(20);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private final KeycloakHome home;

    private final Path log;

    private final PidFile note;

    private final Progress progress;

    FirstRun(KeycloakHome home, Path log, PidFile note, Progress progress) {
        this.home = home;
        this.log = log;
        this.note = note;
        this.progress = progress;
    }

    /** A launcher that was ended in the middle has left its Keycloak running. */
    static void endLeftOver(PidFile note) {
        note.find().ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
        note.remove();
    }

    /** Leaves the built distribution, an empty database and the archive of classes behind. */
    void go(Path archive) {
        home.made();
        try {
            progress.tell("keycloak", "first time, 1 of 2: its build");
            build();
            progress.tell("keycloak", "first time, 2 of 2: a run without a realm, to have an empty database");
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
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.folder().toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(note.mark());
        Process process = builder.start();
        note.remove();
        note.write(process.toHandle());
        return process;
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
