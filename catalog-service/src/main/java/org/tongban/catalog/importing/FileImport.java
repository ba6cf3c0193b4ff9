package org.tongban.catalog.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.tongban.platform.json.Json;
import org.tongban.platform.problem.Said;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;

/**
 * Takes a file of guides over, a few at a time: each has its line of the answer as soon as it is stored.
 *
 * <p>The same file again goes on where it stopped: what is stored says unchanged.
 */
@Service
class FileImport {
    private static final Logger log = LoggerFactory.getLogger(FileImport.class);

    private static final Said UNREADABLE = new Said("此后的内容无法读取。", "What follows cannot be read.");
    private static final Said NO_JSON = new Said("此后的内容不是有效的JSON。", "What follows is not valid JSON.");

    private final Import imports;
    private final ImportProperties properties;

    FileImport(Import imports, ImportProperties properties) {
        this.imports = imports;
        this.properties = properties;
    }

    /**
     * The last line of the answer.
     *
     * @param complete whether the file was read to its end
     * @param next the index at which to go on, {@code ?from=}
     * @param counts how many of each result
     * @param reason where and why it stopped before the end; null when it did not
     */
    record End(
            boolean complete,
            int next,
            Map<String, Integer> counts,
            @Nullable String reason) {}

    /** @param from how many items to pass over, because an import before took them */
    void take(InputStream file, int from, String by, Locale locale, OutputStream answer) throws IOException {
        new Run(answer, by, locale).go(file, from);
    }

    /** One file on its way. */
    private final class Run {
        private final OutputStream answer;
        private final String by;
        private final Locale locale;
        private final Map<String, Integer> counts = new TreeMap<>();
        private final List<GuideFile.Piece> waiting = new ArrayList<>();
        private int next;

        private Run(OutputStream answer, String by, Locale locale) {
            this.answer = answer;
            this.by = by;
            this.locale = locale;
        }

        private void go(InputStream input, int from) throws IOException {
            Said stopped;
            GuideFile file = null;
            try {
                file = new GuideFile(input, properties);
                stopped = read(file, from);
            } catch (IOException | JacksonException e) {
                stopped = file == null ? why(e) : at(file.place(), why(e));
            }
            flush();
            log.info("file import by={} {} complete={}", by, counts, stopped == null);
            write(new End(stopped == null, next, counts, stopped == null ? null : stopped.in(locale)));
            answer.flush();
        }

        private static Said why(Exception e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof Overrun overrun) {
                    return overrun.said();
                }
            }
            return e instanceof IOException || e instanceof JacksonIOException ? UNREADABLE : NO_JSON;
        }

        private static Said at(Said place, Said why) {
            return new Said(place.zh() + why.zh(), place.en() + why.en());
        }

        private @Nullable Said read(GuideFile file, int from) throws IOException {
            Optional<GuideFile.Piece> piece = file.next();
            for (int index = 0; piece.isPresent(); index++) {
                if (index >= properties.itemsAtMost()) {
                    return new Said(
                            "一次最多导入" + properties.itemsAtMost() + "个事项。",
                            "One import takes at most " + properties.itemsAtMost() + " items.");
                }
                if (index < from) {
                    next = index + 1;
                } else {
                    waiting.add(piece.get());
                }
                if (waiting.size() >= properties.atOnce()) {
                    flush();
                }
                piece = file.next();
            }
            return null;
        }

        private void flush() throws IOException {
            List<JsonNode> guides = waiting.stream()
                    .map(GuideFile.Piece::guide)
                    .filter(Objects::nonNull)
                    .toList();
            Iterator<Import.Outcome> taken = imports.take(guides, by).iterator();
            for (GuideFile.Piece piece : waiting) {
                Import.Outcome outcome = piece.guide() == null ? Import.Outcome.noJson() : taken.next();
                ImportResult result = ImportResult.of(next, outcome, locale);
                result.countIn(counts);
                write(result);
                next++;
            }
            waiting.clear();
            answer.flush();
        }

        private void write(Object line) throws IOException {
            answer.write((Json.text(line) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
