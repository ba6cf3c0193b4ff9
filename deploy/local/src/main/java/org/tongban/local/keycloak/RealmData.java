package org.tongban.local.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.tongban.local.keycloak.RealmLookup.Found;
import org.tongban.local.place.Folders;

/**
 * The data of one Keycloak, with people, passwords and signing keys in them. They are made once. The mark {@code importing}
 * is there from before the first byte until the realm is seen to serve; only while it stands, and it is certain that no
 * realm is in the data, do they begin anew; what cannot be read is left to Keycloak, which says what is wrong. Data without a mark are never touched, whatever else is missing.
 */
final class RealmData {

    private final KeycloakHome home;

    private final Path importing;

    private final RealmLookup lookup;

    private final RealmMark mark;

    RealmData(KeycloakHome home, RealmLookup lookup, RealmMark mark) {
        this.mark = mark;
        this.home = home;
        this.importing = home.folder().resolve("importing");
        this.lookup = lookup;
    }

    /** Leaves data to start with: those that are there, or an empty database and the realm beside it. */
    void prepare(Path emptyDatabase, RealmFile realm) {
        boolean isThere = Files.exists(home.database());
        if (isThere && !Files.exists(importing)) {
            return;
        }
        if (isThere) {
            Found found = lookup.in(home.database());
            if (found == Found.REALM) {
                imported();
            }
            if (found != Found.NO_REALM) {
                return;
            }
            Folders.remove(home.data());
        }
        begin(emptyDatabase, realm);
    }

    /** The realm is in the data. */
    void imported() {
        try {
            Files.deleteIfExists(importing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void begin(Path emptyDatabase, RealmFile realm) {
        try {
            if (!Files.exists(importing)) {
                Files.createFile(Folders.madeFor(importing));
            }
            Folders.made(home.data().resolve("import"));
            Files.writeString(home.data().resolve("import/tongban-realm.json"), realm.text());
            mark.set(realm);
            Path draft = home.data().resolve("keycloak.draft");
            Files.copy(emptyDatabase, draft, StandardCopyOption.REPLACE_EXISTING);
            Files.move(draft, home.database(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
