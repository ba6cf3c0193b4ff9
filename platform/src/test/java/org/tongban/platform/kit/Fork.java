package org.tongban.platform.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A main class in a JVM of its own with the classes of the test, so that it can really die where {@code tongban.crash}
 * says.
 *
 * @param main has {@code main(String[])}
 * @param settings its system properties
 */
public record Fork(Class<?> main, Map<String, String> settings) {
    /** The exit code of a process that came to its crash point. */
    public static final int HALTED = 137;

    private static final long LONGEST_LIFE_SECONDS = 120;

    private static final Map<String, String> IMPATIENT = Map.of(
            "spring.kafka.consumer.properties.session.timeout.ms", "2000",
            "spring.kafka.consumer.properties.heartbeat.interval.ms", "500",
            "tongban.relay.lease", "1s",
            "tongban.relay.grace", "100ms",
            "tongban.relay.sweep-every", "200ms");

    /**
     * A whole service on that broker and database that finds out quickly that the one before it died; its far sides do not
     * answer.
     */
    public static Fork service(Class<?> main, Broker broker, TestStore store, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "spring.mongodb.uri",
                TestStore.uri(),
                "tongban.database",
                store.database().getName(),
                "spring.kafka.bootstrap-servers",
                broker.address(),
                "tongban.far-sides.application",
                "http://127.0.0.1:9",
                "tongban.far-sides.notification",
                "http://127.0.0.1:9",
                "springdoc.api-docs.enabled",
                "false"));
        settings.putAll(IMPATIENT);
        settings.putAll(more);
        return new Fork(main, settings);
    }

    /** @param point a name as {@link org.tongban.platform.crash.CrashPoints} has it; none with an empty one */
    public Process start(String point, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dtongban.crash=" + point));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return its exit code, {@value #HALTED} when it came to the point */
    public int run(String point, String... arguments) {
        return end(start(point, arguments));
    }

    /** Waits for its end; one that does not end by itself is killed and told. */
    public static int end(Process process) {
        try {
            if (!process.waitFor(LONGEST_LIFE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("it lives on after " + LONGEST_LIFE_SECONDS + " seconds");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
