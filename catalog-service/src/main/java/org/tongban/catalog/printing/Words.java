package org.tongban.catalog.printing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The printed list's own words in one language; the data's words stay as they are where nobody has put them over. */
final class Words {
    private static final Words CHINESE = new Words("zh");
    private static final Words ENGLISH = new Words("en");

    private final Map<String, String> words = new HashMap<>();

    private Words(String language) {
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream("/printing/words_" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            Properties read = new Properties();
            read.load(file);
            read.stringPropertyNames().forEach(key -> words.put(key, read.getProperty(key)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** English for those who ask for it, else Chinese. */
    static Words in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? ENGLISH : CHINESE;
    }

    Map<String, String> all() {
        return Collections.unmodifiableMap(words);
    }

    /** {@code zh-CN} or {@code en}. */
    String language() {
        return get("lang");
    }

    String get(String key) {
        return Objects.requireNonNull(words.get(key), key);
    }

    String with(String key, Object... facts) {
        return MessageFormat.format(get(key), facts);
    }

    /** A word of the data, of a group such as {@code need}, put over if it can be. */
    String of(String group, String word) {
        return words.getOrDefault(group + "." + word, word);
    }
}
