package org.tongban.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of ordered keys.
 *
 * @param from the first key that may be in it
 * @param to the first key after it, null when it has no end
 */
@SuppressWarnings("ArrayRecordComponent") // ranges are read, never compared with each other
record Range(byte[] from, byte @Nullable [] to) {

    private static final byte[] NOTHING = {};

    static final Range ALL = new Range(NOTHING, null);

    /** All keys that begin so. */
    static Range startingWith(byte[] prefix) {
        return new Range(prefix, following(prefix));
    }

    /** The smallest key greater than all that begin so, null if there is none. */
    static byte @Nullable [] following(byte[] prefix) {
        for (int last = prefix.length - 1; last >= 0; last--) {
            if (prefix[last] != (byte) 0xFF) {
                byte[] next = Arrays.copyOf(prefix, last + 1);
                next[last]++;
                return next;
            }
        }
        return null;
    }

    static byte[] joined(byte[] head, byte[] tail) {
        byte[] both = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, both, head.length, tail.length);
        return both;
    }

    /** This stretch among the keys that begin with a prefix. */
    Range under(byte[] prefix) {
        return new Range(joined(prefix, from), to == null ? following(prefix) : joined(prefix, to));
    }

    /** The same values where they are kept in falling order. */
    Range falling() {
        byte[] first = to == null ? null : following(KeyWriter.inverted(to));
        return new Range(first == null ? NOTHING : first, following(KeyWriter.inverted(from)));
    }

    boolean isEmpty() {
        return to != null && Arrays.compareUnsigned(from, to) >= 0;
    }

    boolean contains(byte[] key) {
        return Arrays.compareUnsigned(key, from) >= 0 && (to == null || Arrays.compareUnsigned(key, to) < 0);
    }

    Range and(Range other) {
        byte[] start = Arrays.compareUnsigned(from, other.from) >= 0 ? from : other.from;
        return new Range(start, earlier(to, other.to));
    }

    /** What of these lies behind a key, in the direction of reading. */
    static List<Range> beyond(List<Range> ranges, byte[] key, boolean backwards) {
        Range rest = backwards ? new Range(NOTHING, key) : new Range(Arrays.copyOf(key, key.length + 1), null);
        return ranges.stream()
                .map(range -> range.and(rest))
                .filter(range -> !range.isEmpty())
                .toList();
    }

    static List<Range> common(List<Range> some, List<Range> others) {
        return some.stream()
                .flatMap(one -> others.stream().map(one::and))
                .filter(range -> !range.isEmpty())
                .toList();
    }

    /** The same keys in rising stretches that do not touch. */
    static List<Range> tidy(List<Range> ranges) {
        List<Range> tidy = new ArrayList<>();
        ranges.stream()
                .filter(range -> !range.isEmpty())
                .sorted(Comparator.comparing(Range::from, Arrays::compareUnsigned))
                .forEach(range -> {
                    Range last = tidy.isEmpty() ? null : tidy.get(tidy.size() - 1);
                    if (last == null || (last.to != null && Arrays.compareUnsigned(last.to, range.from) < 0)) {
                        tidy.add(range);
                    } else {
                        tidy.set(tidy.size() - 1, new Range(last.from, later(last.to, range.to)));
                    }
                });
        return tidy;
    }

    private static byte @Nullable [] earlier(byte @Nullable [] one, byte @Nullable [] other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Arrays.compareUnsigned(one, other) <= 0 ? one : other;
    }

    private static byte @Nullable [] later(byte @Nullable [] one, byte @Nullable [] other) {
        if (one == null || other == null) {
            return null;
        }
        return Arrays.compareUnsigned(one, other) >= 0 ? one : other;
    }
}
