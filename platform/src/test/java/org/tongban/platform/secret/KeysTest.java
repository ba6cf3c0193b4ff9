package org.tongban.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeysTest {

    @TempDir
    Path folder;

    @Test
    void theKeysOfAFolderSealIndexAndName() throws IOException {
        write("field.key", key(1), "rw-------");
        write("index.key", key(2) + "\n", "rw-------");
        write("pseudonym.key", key(3), "r--------");
        Keys keys = Keys.in(folder);

        assertThat(keys.fieldCipher().open("f", keys.fieldCipher().seal("f", "张三")))
                .isEqualTo("张三");
        assertThat(keys.blindIndex().digest("f", "张三")).startsWith("v1.0.");
        assertThat(keys.pseudonyms().of("citizen1")).hasSize(20);
    }

    @Test
    void aSecondKeyOfTheSamePurposeIsARotation() throws IOException {
        write("field.key", key(1), "rw-------");
        String old = Keys.in(folder).fieldCipher().seal("f", "张三");

        write("field-20270101.key", key(2), "rw-------");
        FieldCipher rotated = Keys.in(folder).fieldCipher();

        assertThat(rotated.open("f", old)).isEqualTo("张三");
        assertThat(rotated.seal("f", "张三")).startsWith("v1.20270101.");
    }

    @Test
    void aMissingKeyIsToldInOneSentence() {
        assertThatThrownBy(() -> Keys.in(folder).fieldCipher())
                .isInstanceOf(UnusableKey.class)
                .hasMessage("key file " + folder.resolve("field.key")
                        + " is missing: mount it there, 32 random bytes in base64, mode 0600");
    }

    @Test
    void aMissingFolderIsToldInOneSentence() {
        Path nowhere = folder.resolve("nowhere");

        assertThatThrownBy(() -> Keys.in(nowhere).pseudonyms())
                .hasMessage("key file " + nowhere.resolve("pseudonym.key")
                        + " is missing, since its folder is: mount the keys there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-rw----", "rw----r--", "rw-----w-"})
    void aKeyOpenToOthersIsRefused(String mode) throws IOException {
        write("index.key", key(1), mode);

        assertThatThrownBy(() -> Keys.in(folder).blindIndex())
                .hasMessageEndingWith("is open to others: make its mode 0600");
    }

    @Test
    void aKeyMountedByAClusterForItsGroupIsTaken() throws IOException {
        write("index.key", key(1), "r--r-----");

        assertThat(Keys.in(folder).blindIndex().digest("f", "a")).startsWith("v1.0.");
    }

    @Test
    void aKeyOfAnotherLengthIsRefused() throws IOException {
        write("field.key", Base64.getEncoder().encodeToString(new byte[16]), "rw-------");

        assertThatThrownBy(() -> Keys.in(folder).fieldCipher()).hasMessageEndingWith("holds 16 bytes, not 32");
    }

    @Test
    void aKeyThatIsNotBase64IsRefusedWithoutShowingIt() throws IOException {
        write("field.key", "hunter2!", "rw-------");

        assertThatThrownBy(() -> Keys.in(folder).fieldCipher())
                .hasMessageEndingWith("is not base64")
                .hasNoCause();
    }

    private void write(String name, String text, String mode) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private static String key(int fill) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) fill);
        return Base64.getEncoder().encodeToString(secret);
    }
}
