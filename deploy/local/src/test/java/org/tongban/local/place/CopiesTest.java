package org.tongban.local.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CopiesTest {
    @TempDir
    private Path folder;

    @Test
    void aRunningPartKeepsItsCopyWhenTheOriginalIsBuiltAnew() throws IOException {
        Path jar = folder.resolve("part.jar");
        Files.writeString(jar, "first build");
        Path shelf = folder.resolve("shelf");
        Path first = Copies.of(jar, shelf);

        Files.writeString(jar, "second build");
        Path second = Copies.of(jar, shelf);

        assertThat(first).hasContent("first build");
        assertThat(second).hasContent("second build");
        assertThat(Copies.of(jar, shelf)).isEqualTo(second);
    }

    @Test
    void onlyTheNewestFewCopiesAreKept() throws IOException {
        Path jar = folder.resolve("part.jar");
        Path shelf = folder.resolve("shelf");

        for (int build = 0; build < 8; build++) {
            Files.writeString(jar, "build " + build);
            Copies.of(jar, shelf);
        }

        try (var kept = Files.list(shelf)) {
            assertThat(kept.count()).isEqualTo(5);
        }
        assertThat(Copies.of(jar, shelf)).hasContent("build 7");
    }
}
