package org.tongban.catalog.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import org.tongban.platform.code.Sha256;

/**
 * What earlier pages have shown, in little room.
 *
 * @param marks 40 bits of the digest of each id
 */
record Shown(Set<Long> marks) {
    static final Shown NOTHING = new Shown(Set.of());
    static final int MARK_BYTES = 5;
    private static final int MARK_DIGITS = 2 * MARK_BYTES;
    private static final int HEX = 16;

    Shown {
        marks = Set.copyOf(marks);
    }

    int size() {
        return marks.size();
    }

    boolean has(String id) {
        return marks.contains(mark(id));
    }

    Shown and(Iterable<String> ids) {
        Set<Long> all = new LinkedHashSet<>(marks);
        ids.forEach(id -> all.add(mark(id)));
        return new Shown(all);
    }

    void write(ByteBuffer target) {
        for (long mark : marks) {
            for (int shift = Byte.SIZE * (MARK_BYTES - 1); shift >= 0; shift -= Byte.SIZE) {
                target.put((byte) (mark >> shift));
            }
        }
    }

    /** All that is left in it. */
    static Shown read(ByteBuffer source) {
        Set<Long> marks = new LinkedHashSet<>();
        while (source.hasRemaining()) {
            long mark = 0;
            for (int i = 0; i < MARK_BYTES; i++) {
                mark = (mark << Byte.SIZE) | (source.get() & 0xff);
            }
            marks.add(mark);
        }
        return new Shown(marks);
    }

    private static long mark(String id) {
        return Long.parseLong(Sha256.hex(id.getBytes(StandardCharsets.UTF_8)).substring(0, MARK_DIGITS), HEX);
    }
}
