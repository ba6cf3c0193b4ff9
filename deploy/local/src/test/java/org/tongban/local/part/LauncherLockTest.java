package org.tongban.local.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.local.place.Refused;

final class LauncherLockTest {
    @TempDir
    private Path folder;

    @Test
    void theSecondLauncherSaysWhoIsAtWorkAndComesAfterIt() throws Exception {
        Process other = another();
        CountDownLatch told = new CountDownLatch(1);
        List<String> lines = new ArrayList<>();
        List<String> done = new ArrayList<>();

        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> new LauncherLock(file())
                .alone(
                        (part, line) -> {
                            lines.add(line);
                            told.countDown();
                        },
                        () -> done.add("alive: " + other.isAlive())));
        told.await();
        assertThat(done).isEmpty();
        other.getOutputStream().close();
        second.join();

        assertThat(lines).singleElement().asString().contains("another ./tongban", "pid " + other.pid());
        assertThat(done).hasSize(1);
    }

    @Test
    void patienceWithAnotherLauncherHasAnEnd() throws Exception {
        Process other = another();

        assertThatThrownBy(() -> new LauncherLock(file(), Duration.ZERO).alone(Progress.silent(), () -> {}))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("pid " + other.pid());
        assertThat(new LauncherLock(file()).aloneNow(() -> {})).isFalse();

        other.destroyForcibly().onExit().join();
        assertThat(new LauncherLock(file()).aloneNow(() -> {})).isTrue();
    }

    @Test
    void whoHoldsItMayTakeItAgain() {
        AtomicInteger depth = new AtomicInteger();
        LauncherLock lock = new LauncherLock(file(), Duration.ZERO);

        lock.alone(
                Progress.silent(),
                () -> new LauncherLock(file(), Duration.ZERO).alone(Progress.silent(), depth::incrementAndGet));

        assertThat(depth).hasValue(1);
    }

    private Process another() throws IOException {
        Process other = new ProcessBuilder(Java.command(
                        List.of("-XX:TieredStopAtLevel=1"),
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        file().toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(other.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("held");
        return other;
    }

    private Path file() {
        return folder.resolve("lock");
    }
}
