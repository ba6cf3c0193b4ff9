package org.tongban.local.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tongban.local.place.Folders;

/**
 * Beside the data of a Keycloak: which state of the realm's files they were last brought to. Data without it are older
 * than the launcher's own client.
 */
final class RealmMark {

    private final Path file;

    RealmMark(KeycloakHome home) {
        this.file = home.folder().resolve("realm.sha256");
    }

    boolean isThere() {
        return Files.exists(file);
    }

    boolean says(RealmFile realm) {
        try {
            return isThere() && Files.readString(file).strip().equals(realm.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void set(RealmFile realm) {
        try {
            Files.writeString(Folders.madeFor(file), realm.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
