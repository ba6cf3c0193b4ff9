package org.tongban.local.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.local.place.Place;

final class KeysTest {
    @TempDir
    private Path folder;

    @Test
    void onlyTheOwnerMayReadAKey() {
        Place place = made();

        assertThat(contents(place)).containsKeys("field.key", "index.key", "pseudonym.key", "clients.properties");
        assertThat(contents(place).keySet())
                .anyMatch(name -> name.startsWith("list/") && name.endsWith(".pem"))
                .allSatisfy(name -> assertThat(PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(place.keys().resolve(name))))
                        .isEqualTo("rw-------"));
    }

    @Test
    void whatIsThereIsNeverTouched() throws IOException {
        Place place = made();
        Map<String, String> before = contents(place);
        Files.delete(place.keys().resolve("index.key"));

        made();

        Map<String, String> after = contents(place);
        assertThat(after.remove("index.key")).isNotEqualTo(before.remove("index.key"));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void aClientThatCameLaterGetsItsSecretAndTheOthersKeepTheirs() throws IOException {
        Place place = made();
        Path file = place.keys().resolve("clients.properties");
        String before = Files.readString(file);
        Files.writeString(file, before.replaceFirst("launcher=.*\\n", ""));

        made();

        String after = Files.readString(file);
        assertThat(after).contains("launcher=").isNotEqualTo(before);
        assertThat(after.lines().filter(line -> !line.startsWith("launcher")))
                .containsExactlyElementsOf(before.lines()
                        .filter(line -> !line.startsWith("launcher"))
                        .toList());
    }

    private Place made() {
        Place place = Place.temporary(folder);
        new Keys(place, Clock.systemUTC()).make();
        new ClientSecrets(place).make();
        return place;
    }

    private static Map<String, String> contents(Place place) {
        try (Stream<Path> files = Files.walk(place.keys())) {
            Map<String, String> contents = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(place.keys().relativize(file).toString(), Files.readString(file));
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
