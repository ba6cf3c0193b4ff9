package org.tongban.local.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
    @TempDir
    Path home;

    @Test
    void whatAKilledPartLeftIsGoneAndNobodyElseLooksIn() throws IOException {
        Path scratch = home.resolve("scratch/application");
        Files.createDirectories(scratch.resolve("work"));
        Files.writeString(scratch.resolve("work/passport.upload"), "a passport");

        Folders.emptied(scratch);

        assertThat(scratch).isEmptyDirectory();
        assertThat(Files.getPosixFilePermissions(scratch)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Folders.emptied(home.resolve("new"))).isEmptyDirectory();
    }
}
