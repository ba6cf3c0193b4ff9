package org.tongban.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.local.place.Place;
import org.tongban.local.place.Refused;

class BackupTest {

    @TempDir
    Path folder;

    private Path home = Path.of("");

    private Path copy = Path.of("");

    private Backup backup = new Backup(Place.temporary(home), Clock.systemUTC());

    @BeforeEach
    void aStackThatWasUp() throws IOException {
        home = folder.resolve("home");
        copy = folder.resolve("copy");
        backup = new Backup(Place.temporary(home), Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC));
        write("store/store.mv", "first");
        write("kafka/data/meta.properties", "first");
        write("keys/field.key", "secret");
        Files.setPosixFilePermissions(home.resolve("keys/field.key"), PosixFilePermissions.fromString("rw-------"));
        Files.createDirectories(home.resolve("keycloak"));
        Files.createSymbolicLink(home.resolve("keycloak/lib"), folder.resolve("distribution/lib"));
        write("run/store.pid", "1");
        write("log/store.log", "many words");
    }

    @Test
    void aCopyPutsBackAllThatTheStackHeldAndNothingElse() throws IOException {
        backup.write(copy);
        write("store/store.mv", "second");
        write("store/more", "second");
        Files.delete(home.resolve("keys/field.key"));

        Path replaced = backup.putBack(copy);

        assertThat(home.resolve("store/store.mv")).hasContent("first");
        assertThat(home.resolve("store/more")).doesNotExist();
        assertThat(home.resolve("keys/field.key")).hasContent("secret");
        assertThat(Files.getPosixFilePermissions(home.resolve("keys/field.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(home.resolve("keycloak/lib")).isSymbolicLink();
        assertThat(replaced.resolve("store/store.mv")).hasContent("second");
        assertThat(copy.resolve("log")).doesNotExist();
        assertThat(copy.resolve("run")).doesNotExist();
    }

    @Test
    void aCopyIsForItsOwnerAloneAndIsNeverWrittenOver() throws IOException {
        backup.write(copy);

        assertThat(Files.getPosixFilePermissions(copy)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThatThrownBy(() -> backup.write(copy)).isInstanceOf(Refused.class).hasMessageContaining("already");
    }

    @Test
    void halfACopyIsRefusedAndNothingIsTouched() throws IOException {
        backup.write(copy);
        Files.delete(copy.resolve("complete"));
        write("store/store.mv", "second");

        assertThatThrownBy(() -> backup.putBack(copy))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("whole");

        assertThat(home.resolve("store/store.mv")).hasContent("second");
    }

    @Test
    void aStoreOfSomebodyElseIsNotCopiedByHalves() {
        Place place = Place.temporary(home, Map.of("TONGBAN_MONGODB_URI", "mongodb://elsewhere"));

        assertThatThrownBy(() -> new Backup(place, Clock.systemUTC())).hasMessageContaining("TONGBAN_MONGODB_URI");
    }

    private void write(String file, String content) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
