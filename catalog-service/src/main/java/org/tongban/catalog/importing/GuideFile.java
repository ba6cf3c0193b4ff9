package org.tongban.catalog.importing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Guides in a file, read one by one: a line each (NDJSON), an array, or one after the other, packed with gzip or not.
 *
 * <p>A line that is no JSON spoils itself alone; in an array nobody can say where the next item would begin.
 */
final class GuideFile {
    private static final int GZIP = 0x1f8b;

    private final BufferedInputStream in;
    private final Metered metered;
    private final int longest;
    private final @Nullable Iterator<JsonNode> values;

    /**
     * What stands at one place.
     *
     * @param guide null where it is no JSON, or too long
     */
    record Piece(@Nullable JsonNode guide) {}

    /**
     * Opens it.
     *
     * @throws IOException when it cannot be read or unpacked
     */
    GuideFile(InputStream file, ImportProperties properties) throws IOException {
        longest = Math.toIntExact(properties.itemLimit().toBytes());
        metered = new Metered(
                unpacked(new BufferedInputStream(file)),
                2L * longest,
                properties.unpackedLimit().toBytes());
        in = new BufferedInputStream(metered);
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
            return values.hasNext() ? Optional.of(new Piece(values.next())) : Optional.empty();
        }
        byte[] line = line();
        while (line != null && isBlank(line)) {
            line = line();
        }
        return line == null ? Optional.empty() : Optional.of(new Piece(parsed(line)));
    }

    private static InputStream unpacked(BufferedInputStream file) throws IOException {
        file.mark(2);
        int magic = (file.read() << 8) | file.read();
        file.reset();
        return magic == GZIP ? new GZIPInputStream(file) : file;
    }

    /** Unless a list begins, or an item that goes on in the next line. */
    private boolean isLines() throws IOException {
        in.mark(longest + 2);
        StringBuilder first = new StringBuilder();
        int read = in.read();
        while (read >= 0 && (read != '\n' || first.isEmpty()) && first.length() <= longest && !isList(first)) {
            if (!first.isEmpty() || !Character.isWhitespace(read)) {
                first.append((char) read);
            }
            read = in.read();
        }
        in.reset();
        String line = first.toString().strip();
        boolean goesOn = line.startsWith("{") && !line.endsWith("}") && line.length() < longest;
        return !isList(first) && !goesOn;
    }

    private static boolean isList(CharSequence first) {
        return !first.isEmpty() && first.charAt(0) == '[';
    }

    /** Up to the end of the line; of one that is longer than an item may be only so much that it shows. */
    private byte @Nullable [] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int read = in.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n') {
            if (line.size() <= longest) {
                line.write(read);
            } else {
                metered.begin();
            }
            read = in.read();
        }
        return line.toByteArray();
    }

    private @Nullable JsonNode parsed(byte[] line) {
        try {
            return line.length > longest ? null : Json.mapper().readTree(line);
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
