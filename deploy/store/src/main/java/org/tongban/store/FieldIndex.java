package org.tongban.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.List;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

/** An index over any fields: the ordered values followed by the document's place lead to that place. */
final class FieldIndex extends StoreIndex {

    /** As many fields as one index may have. */
    private static final int FIELDS = 32;

    private static final int ALL_FIELDS = -1;

    private final MVMap<Integer, Boolean> arrays;
    private volatile int arrayFields;

    /**
     * @param arrays remembers by the number of their map the indexes that have met an array, and by numbers below zero in
     *     which field; one that says true is of a time when the field was not kept
     */
    FieldIndex(
            String name,
            List<IndexKey> fields,
            boolean unique,
            boolean sparse,
            MVMap<byte[], byte[]> entries,
            MVMap<Integer, Boolean> arrays) {
        super(name, fields, unique, sparse, entries);
        this.arrays = arrays;
        this.arrayFields = remembered();
    }

    private int remembered() {
        Boolean anyField = arrays.get(entries().getId());
        if (anyField == null) {
            return 0;
        }
        int fields = anyField ? ALL_FIELDS : 0;
        for (int field = 0; field < FIELDS; field++) {
            fields |= arrays.containsKey(numberOf(field)) ? 1 << field : 0;
        }
        return fields;
    }

    private int numberOf(int field) {
        return -1 - field - FIELDS * entries().getId();
    }

    @Override
    Key position(byte[] entry, byte[] value) {
        return new Key(value);
    }

    @Override
    boolean severalValues() {
        return arrayFields != 0;
    }

    @Override
    boolean severalValues(int field) {
        return (arrayFields & (1 << field)) != 0;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Key> collection) {
        check(document, entriesOf(document), collection);
    }

    @Override
    public void add(Document document, Key position, MongoCollection<Key> collection) {
        List<byte[]> wanted = entriesOf(document);
        check(document, wanted, collection);
        put(wanted, position);
    }

    @Override
    public Key remove(Document document) {
        Key position = getPosition(document);
        entriesOf(document).forEach(values -> entries().remove(Range.joined(values, position.bytes())));
        return position;
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Key> collection) {
        check(after, entriesOf(after), collection);
    }

    @Override
    public void updateInPlace(Document before, Document after, Key position, MongoCollection<Key> collection) {
        List<byte[]> old = entriesOf(before);
        List<byte[]> wanted = entriesOf(after);
        if (!Arrays.deepEquals(old.toArray(), wanted.toArray())) {
            old.forEach(values -> entries().remove(Range.joined(values, position.bytes())));
            put(wanted, position);
        }
    }

    private List<byte[]> entriesOf(Document document) {
        IndexedValues values = IndexedValues.of(document, getKeys());
        if (isSparse() && values.absent()) {
            return List.of();
        }
        if ((values.arrays() & ~arrayFields) != 0) {
            remember(values.arrays());
        }
        return values.entries();
    }

    private void remember(int fields) {
        for (int field = 0; field < FIELDS; field++) {
            if ((fields & (1 << field)) != 0) {
                arrays.put(numberOf(field), false);
            }
        }
        arrays.putIfAbsent(entries().getId(), false);
        arrayFields |= fields;
    }

    private void put(List<byte[]> wanted, Key position) {
        wanted.forEach(values -> entries().put(Range.joined(values, position.bytes()), position.bytes()));
    }

    private void check(Document document, List<byte[]> wanted, MongoCollection<Key> collection) {
        if (!isUnique()) {
            return;
        }
        byte[] own = getPosition(document).bytes();
        for (byte[] values : wanted) {
            Range taken = Range.startingWith(values);
            Cursor<byte[], byte[]> cursor = entries().cursor(taken.from());
            while (cursor.hasNext() && taken.contains(cursor.next())) {
                if (!Arrays.equals(cursor.getValue(), own)) {
                    throw duplicate(document, collection);
                }
            }
        }
    }

    /** How many entries a document has here, less than none if one of them is missing. */
    int entriesHeldOf(Document document) {
        byte[] position = getPosition(document).bytes();
        List<byte[]> wanted = entriesOf(document);
        boolean held = wanted.stream()
                .allMatch(values -> Arrays.equals(entries().get(Range.joined(values, position)), position));
        return held ? wanted.size() : -1;
    }

    /** Takes in a document that is there already. */
    void take(Document document) {
        put(entriesOf(document), getPosition(document));
    }

    void clear() {
        entries().clear();
        arrays.remove(entries().getId());
        for (int field = 0; field < FIELDS; field++) {
            arrays.remove(numberOf(field));
        }
        arrayFields = 0;
    }

    @Override
    public void drop() {
        clear();
    }
}
