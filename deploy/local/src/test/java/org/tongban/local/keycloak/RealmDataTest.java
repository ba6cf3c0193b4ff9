package org.tongban.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.local.keycloak.RealmLookup.Found;

final class RealmDataTest {
    @TempDir
    private Path folder;

    private KeycloakHome home;
    private Path empty;
    private RealmFile realm;
    private RealmMark mark;

    @BeforeEach
    void aDistribution() throws IOException {
        home = new KeycloakHome(folder.resolve("keycloak"), folder.resolve("distribution"));
        empty = Files.writeString(folder.resolve("keycloak.mv.db"), "empty");
        Files.writeString(folder.resolve("tongban-realm.json"), "{\"realm\":\"tongban\"}");
        Files.writeString(folder.resolve("one-machine.json"), "{}");
        realm = RealmFile.of(folder);
        mark = new RealmMark(home);
    }

    @Test
    void theFirstStartBeginsWithAnEmptyDatabaseTheRealmAndTheMark() {
        prepare(Found.NO_REALM);

        assertThat(home.database()).hasContent("empty");
        assertThat(home.data().resolve("import/tongban-realm.json")).hasContent(realm.text());
        assertThat(importing()).exists();
        assertThat(mark.says(realm)).isTrue();
    }

    @Test
    void dataThatWereImportedBeforeAreNotTakenForUpToDate() throws IOException {
        Files.createDirectories(home.data());
        Files.writeString(home.database(), "people and keys");

        prepare(Found.REALM);

        assertThat(mark.isThere()).isFalse();
        mark.set(realm);
        Files.writeString(folder.resolve("one-machine.json"), "{\"accessTokenLifespan\":60}");
        assertThat(mark.says(RealmFile.of(folder))).isFalse();
    }

    @Test
    void dataAreNeverRemovedBecauseAMarkIsMissing() throws IOException {
        Files.createDirectories(home.data());
        Files.writeString(home.database(), "people and keys");

        prepare(Found.NO_REALM);

        assertThat(home.database()).hasContent("people and keys");
        assertThat(importing()).doesNotExist();
    }

    @Test
    void aRealmThatWasImportedIsKeptThoughNobodySawItServe() throws IOException {
        prepare(Found.NO_REALM);
        Files.writeString(home.database(), "people and keys");

        prepare(Found.REALM);

        assertThat(home.database()).hasContent("people and keys");
        assertThat(importing()).doesNotExist();
    }

    @Test
    void anImportThatCameToNothingBeginsAnew() throws IOException {
        prepare(Found.NO_REALM);
        Files.writeString(home.database(), "half");

        prepare(Found.NO_REALM);

        assertThat(home.database()).hasContent("empty");
        assertThat(importing()).exists();
    }

    @Test
    void whatCannotBeReadIsLeftAsItIs() throws IOException {
        prepare(Found.NO_REALM);
        Files.writeString(home.database(), "torn");

        prepare(Found.UNREADABLE);

        assertThat(home.database()).hasContent("torn");
        assertThat(importing()).exists();
    }

    @Test
    void aRealmThatServesIsNeverLookedForAgain() throws IOException {
        prepare(Found.NO_REALM);
        data(Found.NO_REALM).imported();
        Files.writeString(home.database(), "people and keys");

        prepare(Found.NO_REALM);

        assertThat(home.database()).hasContent("people and keys");
    }

    private void prepare(Found found) {
        data(found).prepare(empty, realm);
    }

    private RealmData data(Found found) {
        return new RealmData(home, database -> found, mark);
    }

    private Path importing() {
        return home.folder().resolve("importing");
    }
}
