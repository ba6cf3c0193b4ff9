package org.tongban.catalog.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a stream, read in blocks. */
final class Lines {
    private static final int BLOCK = 1 << 16;

    private final InputStream in;
    private final int longest;
    private final byte[] block;
    private int from;
    private int to;
    private int number;

    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
        this.block = new byte[Math.min(BLOCK, longest)];
    }

    /** The number of the line that was read last, or could not be; from 1. */
    int number() {
        return number;
    }

    /**
     * The next line without its end.
     *
     * @return null behind the last one
     * @throws Overrun when it is longer than an item may be; the rest of it is not read
     */
    byte @Nullable [] next() throws IOException {
        if (from == to && !more()) {
            return null;
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        do {
            int end = from;
            while (end < to && block[end] != '\n') {
                end++;
            }
            if (line.size() + end - from > longest) {
                throw Overrun.ofAnItem(longest);
            }
            line.write(block, from, end - from);
            boolean ended = end < to;
            from = ended ? end + 1 : to;
            if (ended) {
                return line.toByteArray();
            }
        } while (more());
        return line.toByteArray();
    }

    private boolean more() throws IOException {
        from = 0;
        to = Math.max(0, in.read(block));
        return to > 0;
    }
}
