package org.tongban.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
