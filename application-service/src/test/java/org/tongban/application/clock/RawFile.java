package org.tongban.application.clock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The holiday file as plain text. */
final class RawFile {
    private RawFile() {}

    static List<MatchResult> lines(String pattern) {
        try (InputStream file = RawFile.class.getResourceAsStream("/data/holidays-cn.json")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile(pattern).matcher(text).results().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
