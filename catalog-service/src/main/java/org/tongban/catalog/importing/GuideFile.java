package org.tongban.catalog.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.json.Json;
import org.tongban.platform.problem.Said;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Guides in a file, read one by one: a line each (NDJSON), an array, or one after the other, packed with gzip or not.
 *
 * <p>A line that is no JSON spoils itself alone; in an array nobody can say where the next item would begin. Behind what
 * is too long nothing is read.
 */
final class GuideFile {
    private static final int GZIP = 0x1f8b;
    private static final int UNPACKING_AT_ONCE = 1 << 13;

    private final BufferedInputStream in;
    private final Metered metered;
    private final int longest;
    private final Lines lines;
    private final @Nullable Iterator<JsonNode> values;
    private int items;

    /**
     * What stands at one place.
     *
     * @param guide null where it is no JSON
     */
    record Piece(@Nullable JsonNode guide) {}

    /**
     * Opens it.
     *
     * @throws IOException when it cannot be read or unpacked
     */
    GuideFile(InputStream file, ImportProperties properties) throws IOException {
        longest = Math.toIntExact(properties.itemLimit().toBytes());
        Counted packed = new Counted(file);
        metered = new Metered(unpacked(new BufferedInputStream(packed)), properties, packed::count);
        in = new BufferedInputStream(metered);
        lines = new Lines(in, longest);
        values = isLines() ? null : Json.mapper().readerFor(JsonNode.class).readValues(in);
    }

    /**
     * The next one.
     *
     * @return empty at the end
     * @throws IOException when what follows cannot be read
     * @throws JacksonException when what follows is no JSON and there is no telling where the next item begins
     */
    Optional<Piece> next() throws IOException {
        metered.begin();
        if (values != null) {
            items++;
            return values.hasNext() ? Optional.of(new Piece(values.next())) : Optional.empty();
        }
        byte[] line = lines.next();
        while (line != null && isBlank(line)) {
            line = lines.next();
        }
        return line == null ? Optional.empty() : Optional.of(new Piece(parsed(line)));
    }

    /** Where the reading stands. */
    Said place() {
        return values == null
                ? new Said("第" + lines.number() + "行：", "Line " + lines.number() + ": ")
                : new Said("第" + items + "个事项：", "Item " + items + ": ");
    }

    private static InputStream unpacked(BufferedInputStream file) throws IOException {
        file.mark(2);
        int magic = (file.read() << 8) | file.read();
        file.reset();
        return magic == GZIP ? new GZIPInputStream(file, UNPACKING_AT_ONCE) : file;
    }

    /** Unless a list begins, or an item that goes on in the next line. */
    private boolean isLines() throws IOException {
        in.mark(longest + 2);
        StringBuilder first = new StringBuilder();
        int seen = 0;
        int read = in.read();
        while (read >= 0 && (read != '\n' || first.isEmpty()) && seen <= longest && !isList(first)) {
            if (!first.isEmpty() || !Character.isWhitespace(read)) {
                first.append((char) read);
            }
            seen++;
            read = in.read();
        }
        in.reset();
        String line = first.toString().strip();
        boolean goesOn = line.startsWith("{") && !line.endsWith("}") && seen < longest;
        return !isList(first) && !goesOn;
    }

    private static boolean isList(CharSequence first) {
        return !first.isEmpty() && first.charAt(0) == '[';
    }

    private static @Nullable JsonNode parsed(byte[] line) {
        try {
            return Json.mapper().readTree(line);
        } catch (JacksonException noJson) {
            return null;
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte each : line) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }
}
