package org.tongban.local.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.local.part.LauncherLock;
import org.tongban.local.part.Processes;
import org.tongban.local.part.Program;
import org.tongban.local.part.Progress;
import org.tongban.local.place.Place;

final class WatcherTest {
    private static final Instant BEGIN = Instant.parse("2026-03-02T01:00:00Z");

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock();
    private Place place;
    private Processes processes;

    @BeforeEach
    void aPlace() {
        place = Place.temporary(folder);
        processes = new Processes(place);
    }

    @AfterEach
    void endAll() {
        List.of("store", "kafka", "catalog").forEach(processes::kill);
    }

    @Test
    void whatEndedByItselfIsBroughtBackAndTold() {
        AtomicInteger served = new AtomicInteger();
        Program store = Program.serving("store", folder).whenServing(served::incrementAndGet);
        Watcher watcher = watching(store);
        long first = started(store).pid();
        end("store");

        watcher.look();
        assertThat(processes.find("store")).as("not in the very moment").isEmpty();
        clock.tick(Duration.ofSeconds(1));
        watcher.look();
        watcher.look();

        assertThat(processes.find("store")).get().isNotEqualTo(first);
        assertThat(known("store").total()).isEqualTo(1);
        assertThat(served).hasValue(1);
    }

    @Test
    void whatAPersonKilledOrStoppedStaysAway() {
        Program store = Program.serving("store", folder);
        Watcher watcher = watching(store);
        started(store);
        processes.kill("store");

        lookForMinutes(watcher, 3);
        assertThat(processes.find("store")).isEmpty();

        started(store);
        processes.stop("store");

        lookForMinutes(watcher, 3);
        assertThat(processes.find("store")).isEmpty();
    }

    @Test
    void whatAPersonKillsWhileItWaitsStaysAwayToo() {
        Program store = Program.serving("store", folder);
        Watcher watcher = watching(store);
        started(store);
        end("store");
        watcher.look();

        processes.kill("store");

        lookForMinutes(watcher, 3);
        assertThat(processes.find("store")).isEmpty();
    }

    @Test
    void thePausesGrowAndHaveAnEnd() {
        Program broken = Program.ending("store", folder, "no memory left");
        Watcher watcher = watching(broken);
        awaitEnd(started(broken));
        List<Long> pauses = new ArrayList<>();

        watcher.look();
        while (known("store").state() == Restart.State.WAITING) {
            pauses.add(Duration.between(clock.instant(), known("store").at()).toSeconds());
            clock.tick(Duration.between(clock.instant(), known("store").at()));
            watcher.look();
            processes.find("store").ifPresent(WatcherTest::awaitEnd);
            watcher.look();
        }

        assertThat(pauses)
                .hasSize(Restart.AT_MOST)
                .startsWith(1L, 2L, 4L, 8L, 16L, 32L, 60L)
                .endsWith(60L, 60L);
        assertThat(known("store").state()).isEqualTo(Restart.State.GIVEN_UP);
        assertThat(known("store").reason()).isEqualTo("no memory left");
        lookForMinutes(watcher, 3);
        assertThat(known("store").total()).isEqualTo(Restart.AT_MOST);
    }

    @Test
    void whoStayedForAWhileBeginsAnew() {
        Restart tired = Restart.never();
        for (int time = 0; time < 5; time++) {
            tired = tired.ended(clock.instant(), "x").started(clock.instant());
        }

        assertThat(tired.ended(clock.instant(), "x").at()).isEqualTo(BEGIN.plusSeconds(32));
        clock.tick(Restart.STEADY.plusSeconds(1));
        Restart rested = tired.ended(clock.instant(), "x");
        assertThat(rested.at()).isEqualTo(clock.instant().plusSeconds(1));
        assertThat(rested.total()).isEqualTo(5);
    }

    @Test
    void aPartIsBroughtBackAfterThoseItWaitsFor() {
        Program store = Program.serving("store", folder);
        Program catalog = Program.serving("catalog", folder).after("store");
        Watcher watcher = watching(catalog, store);
        started(store);
        started(catalog);
        end("store");
        end("catalog");
        watcher.look();
        clock.tick(Duration.ofSeconds(2));

        watcher.look();
        assertThat(processes.find("store")).isPresent();
        assertThat(processes.find("catalog")).isEmpty();
        watcher.look();

        assertThat(processes.find("catalog")).isPresent();
    }

    @Test
    void nothingIsBroughtBackWhileAnotherLauncherIsAtWork() throws Exception {
        Program store = Program.serving("store", folder);
        Watcher watcher = watching(store);
        started(store);
        end("store");
        watcher.look();
        clock.tick(Duration.ofSeconds(2));
        Thread rounds = new Thread(watcher::look);

        new LauncherLock(place.lock()).alone(Progress.silent(), () -> {
            rounds.start();
            joined(rounds);
            assertThat(processes.find("store")).isEmpty();
        });
        watcher.look();

        assertThat(processes.find("store")).isPresent();
    }

    private Watcher watching(Program... parts) {
        return new Watcher(place, List.of(parts), clock, Progress.silent());
    }

    private ProcessHandle started(Program part) {
        return processes.start(part, Progress.silent());
    }

    private Restart known(String part) {
        return new Restarts(place).of(part).orElseThrow();
    }

    private void lookForMinutes(Watcher watcher, int minutes) {
        for (int minute = 0; minute < minutes; minute++) {
            watcher.look();
            clock.tick(Duration.ofMinutes(1));
        }
    }

    /** As the system ends a process: nobody of ours is asked. */
    private void end(String part) {
        ProcessHandle process = processes.find(part).orElseThrow();
        process.destroyForcibly();
        awaitEnd(process);
    }

    private static void awaitEnd(ProcessHandle process) {
        process.onExit().join();
    }

    private static void joined(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class HandClock extends Clock {
        private Instant now = BEGIN;

        void tick(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
