package org.tongban.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongban.local.place.Place;

final class NarratedCodeTest {
    private static final Pattern FILE = Pattern.compile("\"(platform|[a-z]+-service) ([a-z]+/[A-Za-z]+\\.java)\"");

    private final Path house = Place.of(Map.of()).house();

    @Test
    void everyFileTheStoryPointsAtIsThere() throws IOException {
        List<Path> named;
        try (Stream<Path> chapters = Files.list(house.resolve("deploy/local/src/main/java/org/tongban/local/demo"))) {
            named = chapters.flatMap(NarratedCodeTest::text)
                    .flatMap(text -> FILE.matcher(text).results())
                    .map(found -> house.resolve(path(found.group(1), found.group(2))))
                    .toList();
        }

        assertThat(named)
                .hasSizeGreaterThan(15)
                .allSatisfy(file -> assertThat(file).exists());
    }

    private static String path(String module, String file) {
        return module + "/src/main/java/org/tongban/" + module.replace("-service", "") + "/" + file;
    }

    private static Stream<String> text(Path chapter) {
        try {
            return Stream.of(Files.readString(chapter));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
