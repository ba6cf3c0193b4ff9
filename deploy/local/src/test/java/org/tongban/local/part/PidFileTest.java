package org.tongban.local.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.local.place.Refused;

final class PidFileTest {
    @TempDir
    private Path folder;

    @Test
    void theProcessIsFoundAgain() {
        PidFile file = new PidFile(folder.resolve("run/store.pid"));

        file.write(ProcessHandle.current());

        assertThat(file.find()).contains(ProcessHandle.current());
    }

    @Test
    void aNoteThatIsThereIsNotOverwritten() {
        PidFile file = new PidFile(folder.resolve("run/store.pid"));
        file.write(ProcessHandle.current());

        assertThatThrownBy(() -> file.write(ProcessHandle.current()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("another ./tongban");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aProcessWhoseLauncherDiedBeforeItsNoteIsFoundByItsMark() throws IOException {
        PidFile file = new PidFile(folder.resolve("run/store.pid"));
        ProcessBuilder builder = new ProcessBuilder("sleep", "60");
        builder.environment().putAll(file.mark());
        Process unnoted = builder.start();

        assertThat(file.find()).contains(unnoted.toHandle());

        unnoted.destroyForcibly().onExit().join();
        assertThat(file.find()).isEmpty();
    }

    @Test
    void aPidThatTheSystemGaveToAnotherIsNotOurs() throws IOException {
        Path noted = folder.resolve("store.pid");
        Files.writeString(noted, ProcessHandle.current().pid() + " 2020-01-01T00:00:00Z");

        assertThat(new PidFile(noted).find()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4711", "4711 2026-11", "4711 2026-11-22T02:11:09", "x 2026-11-22T02:11:09Z"})
    void aNoteCutShortIsNone(String half) throws IOException {
        Path noted = folder.resolve("store.pid");
        Files.writeString(noted, half);

        assertThat(new PidFile(noted).find()).isEmpty();
    }
}
