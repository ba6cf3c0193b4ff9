package org.tongban.local.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.local.place.Place;
import org.tongban.local.place.Refused;

final class StarterTest {
    @TempDir
    private Path folder;

    private final List<String> told = new CopyOnWriteArrayList<>();
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
    void aPartIsStartedWhenThoseItWaitsForAreReady() {
        Program store = Program.serving("store", folder);
        Program catalog = Program.serving("catalog", folder).after("store");

        starter().start(List.of(store, catalog));

        assertThat(told)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("store ready"),
                        second -> assertThat(second).startsWith("catalog ready"));
        assertThat(processes.find("catalog")).isPresent();
    }

    @Test
    void whatAPartWritesIsForItsOwnerAlone() throws IOException {
        Path paper = folder.resolve("paper");
        Program store = Program.writingAndEnding("store", folder, paper);

        assertThatThrownBy(() -> starter().start(List.of(store))).isInstanceOf(Refused.class);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(paper)))
                .isEqualTo("rw-------");
    }

    @Test
    void whatRunsAlreadyIsLeftAlone() {
        Program store = Program.serving("store", folder);
        starter().start(List.of(store));
        long pid = processes.find("store").orElseThrow().pid();

        starter().start(List.of(store));

        assertThat(processes.find("store").orElseThrow().pid()).isEqualTo(pid);
        assertThat(told.get(1)).contains("runs already");
    }

    @Test
    void theFirstFailureIsToldNotThatTheOthersGaveUp() {
        Program never = Program.neverReady("kafka", folder);
        Program broken = Program.ending("catalog", folder, "no memory left");

        assertThatThrownBy(() -> starter().start(List.of(never, broken)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("catalog ended while it started")
                .hasMessageContaining("no memory left");
    }

    @Test
    void aPortInUseIsToldWithItsNumberAndTheWayOut() throws Exception {
        Program store = Program.serving("store", folder);
        int port = place.ports().of("store");

        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> starter().start(List.of(store)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("Port " + port + ", which store needs, is in use by ")
                    .hasMessageContaining("TONGBAN_PORT_OFFSET");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPartWhoseLauncherWasKilledBeforeItsNoteIsTakenOver() {
        Program store = Program.serving("store", folder);
        ProcessHandle first = processes.start(store, Progress.silent());
        new PidFile(place.pidFile("store")).remove();

        starter().start(List.of(store));

        assertThat(new PidFile(place.pidFile("store")).noted()).contains(first);
        assertThat(told).singleElement().asString().contains("runs already");
    }

    @Test
    void twoWhoStartTheSamePartLeaveOneProcess() {
        Program store = Program.serving("store", folder);
        Processes other = new Processes(place);
        ProcessHandle first = processes.start(store, Progress.silent());
        Program meanwhile = store.preparing(() -> new PidFile(place.pidFile("store")).write(first));

        assertThatThrownBy(() -> other.start(meanwhile, Progress.silent())).isInstanceOf(Refused.class);

        assertThat(processes.find("store")).contains(first);
    }

    @Test
    void aPartWhosePortAnotherProcessHoldsIsNotReady() throws Exception {
        Program late = Program.ending("store", folder, "address in use").sayingReady();
        int port = place.ports().of("store");
        AtomicReference<ServerSocket> taken = new AtomicReference<>();

        assertThatThrownBy(() -> starter().start(List.of(late.preparing(() -> taken.set(listening(port))))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("store ended while it started");

        Objects.requireNonNull(taken.get()).close();
    }

    @Test
    void whatHasToBeDoneWhenAPartServesIsDoneAlsoWhenItIsFoundSo() {
        AtomicInteger served = new AtomicInteger();
        Program store = Program.serving("store", folder).whenServing(served::incrementAndGet);

        starter().start(List.of(store));
        starter().start(List.of(store));

        assertThat(served).hasValue(2);
    }

    private static ServerSocket listening(int port) {
        try {
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Starter starter() {
        return new Starter(place, processes, (part, line) -> told.add(part + " " + line));
    }
}
