package org.tongban.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.local.place.Place;
import org.tongban.local.place.Refused;

final class StoreTest {
    @TempDir
    private Path folder;

    @Test
    void somebodyElsesStoreIsUsedAndNoneIsRun() {
        Store store = store(Map.of("TONGBAN_MONGODB_URI", "mongodb://db.example:27017/?replicaSet=rs"));

        assertThat(store.part()).isEmpty();
        assertThat(store.uri()).isEqualTo("mongodb://db.example:27017/?replicaSet=rs");
    }

    @Test
    void aMongodThatIsFoundIsRunAsAReplicaSetOfOne() throws IOException {
        Path mongod = Files.createFile(
                folder.resolve("mongod"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));

        Store named = store(Map.of("TONGBAN_MONGOD", mongod.toString()));
        Store onThePath = store(Map.of("PATH", "/nowhere:" + folder));

        assertThat(named.part()).get().isInstanceOf(MongodPart.class);
        assertThat(onThePath.part()).get().isInstanceOf(MongodPart.class);
        assertThat(named.uri()).endsWith("/?replicaSet=tongban");
    }

    @Test
    void elseTheEmbeddedOneIsRun() {
        assertThat(store(Map.of()).part()).get().isInstanceOf(EmbeddedStorePart.class);
        assertThat(store(Map.of()).uri()).endsWith("/?retryWrites=false");
    }

    @Test
    void aMongodThatIsNoProgramIsRefused() {
        assertThatThrownBy(() -> store(Map.of("TONGBAN_MONGOD", "/nowhere/mongod")))
                .isInstanceOf(Refused.class)
                .hasMessage("TONGBAN_MONGOD is /nowhere/mongod, which is not a program.");
    }

    private Store store(Map<String, String> settings) {
        return new Store(Place.temporary(folder.resolve("home"), settings));
    }
}
