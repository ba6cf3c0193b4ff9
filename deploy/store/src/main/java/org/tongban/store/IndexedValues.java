package org.tongban.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an index holds of one document: for each combination of the values of its fields one entry.
 *
 * @param entries the combinations in their ordered form
 * @param arrays the numbers of the fields on whose way an array was met, as bits
 * @param absent whether the document has none of the fields
 */
record IndexedValues(List<byte[]> entries, int arrays, boolean absent) {

    private static final int MOST_ENTRIES = 10_000;

    static IndexedValues of(Document document, List<IndexKey> fields) {
        List<byte[]> entries = List.of(new byte[0]);
        Set<String> arrays = new TreeSet<>();
        int several = 0;
        boolean absent = true;
        for (int at = 0; at < fields.size(); at++) {
            IndexKey field = fields.get(at);
            Found found = new Found();
            found.collect(document, field.getKey().split("\\."), 0);
            if (found.firstArray != null) {
                arrays.add(found.firstArray);
                several |= 1 << at;
            }
            absent &= found.absent;
            entries = combined(entries, found.distinct(field.isAscending()));
        }
        if (arrays.size() > 1) {
            throw new CannotIndexParallelArraysError(arrays);
        }
        return new IndexedValues(entries, several, absent);
    }

    private static List<byte[]> combined(List<byte[]> heads, Set<byte[]> tails) {
        if ((long) heads.size() * tails.size() > MOST_ENTRIES) {
            throw new BadValueException("more than " + MOST_ENTRIES + " index entries for one document");
        }
        List<byte[]> combined = new ArrayList<>();
        for (byte[] head : heads) {
            for (byte[] tail : tails) {
                combined.add(Range.joined(head, tail));
            }
        }
        return combined;
    }

    /** The values under one path. */
    private static final class Found {

        private final List<@Nullable Object> values = new ArrayList<>();
        private @Nullable String firstArray;
        private boolean absent = true;

        void collect(@Nullable Object value, String[] path, int depth) {
            if (value instanceof Collection<?> elements) {
                firstArray = firstArray == null ? String.join(".", List.of(path).subList(0, depth)) : firstArray;
                if (depth == path.length) {
                    elements.forEach(this::add);
                    if (elements.isEmpty()) {
                        add(KeyWriter.EMPTY_ARRAY);
                    }
                } else {
                    inside(elements, path, depth);
                }
            } else if (depth == path.length) {
                add(value);
            } else if (value instanceof Document document) {
                collect(document.getOrMissing(path[depth]), path, depth + 1);
            } else {
                add(Missing.getInstance());
            }
        }

        private void inside(Collection<?> elements, String[] path, int depth) {
            int before = values.size();
            int number = 0;
            for (Object element : elements) {
                if (path[depth].equals(String.valueOf(number++))) {
                    collect(element, path, depth + 1);
                }
                if (element instanceof Document) {
                    collect(element, path, depth);
                }
            }
            if (values.size() == before) {
                add(Missing.getInstance());
            }
        }

        private void add(@Nullable Object value) {
            values.add(value);
            absent &= value instanceof Missing;
        }

        Set<byte[]> distinct(boolean ascending) {
            Set<byte[]> distinct = new TreeSet<>(Arrays::compareUnsigned);
            for (Object value : values) {
                byte[] bytes = KeyWriter.ascending(value);
                distinct.add(ascending ? bytes : KeyWriter.inverted(bytes));
            }
            return distinct;
        }
    }
}
