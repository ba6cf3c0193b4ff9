package org.tongban.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** An ordered index: which documents have which values, and how a filter narrows them down. */
abstract class StoreIndex extends Index<Key> {

    private static final int MOST_RANGES = 1_000;

    private final MVMap<byte[], byte[]> entries;
    private final boolean unique;

    StoreIndex(String name, List<IndexKey> fields, boolean unique, boolean sparse, MVMap<byte[], byte[]> entries) {
        super(name, fields, sparse);
        this.unique = unique;
        this.entries = entries;
    }

    /**
     * How far a filter leads in this index.
     *
     * @param by the fields that lead there; what the filter says of others has to be seen in the documents
     */
    record Reach(List<Range> ranges, List<String> by) {}

    /** Ordered keys; each begins with the values of the fields. */
    final MVMap<byte[], byte[]> entries() {
        return entries;
    }

    /** The document that an entry stands for. */
    abstract Key position(byte[] entry, byte[] value);

    /** Whether a document may have several entries. */
    abstract boolean severalValues();

    /** Whether a document may have several values in that field, the first being 0. */
    abstract boolean severalValues(int field);

    /** Where the documents are that one branch of a filter may let through, or null if this index cannot tell. */
    final @Nullable Reach reach(Conditions conditions) {
        if (isSparse() && keys().stream().noneMatch(conditions::exists)) {
            return null;
        }
        List<byte[]> prefixes = List.of(new byte[0]);
        List<String> by = new ArrayList<>();
        for (int at = 0; at < getKeys().size(); at++) {
            IndexKey field = getKeys().get(at);
            Conditions.Allowed allowed = conditions.at(field.getKey(), severalValues(at));
            if (allowed == null) {
                break;
            }
            List<Range> values = field.isAscending()
                    ? allowed.values()
                    : allowed.values().stream().map(Range::falling).toList();
            if ((long) prefixes.size() * values.size() > MOST_RANGES) {
                break;
            }
            by.add(field.getKey());
            List<Range> ranges = prefixes.stream()
                    .flatMap(prefix -> values.stream().map(range -> range.under(prefix)))
                    .toList();
            if (!allowed.points()) {
                return new Reach(ranges, by);
            }
            prefixes = ranges.stream().map(Range::from).toList();
        }
        return new Reach(prefixes.stream().map(Range::startingWith).toList(), by);
    }

    /** How many of the first fields are read at one value only. */
    final int fixedFields(List<Conditions> branches) {
        if (branches.size() > 1) {
            return 0;
        }
        int fixed = 0;
        while (fixed < getKeys().size() && isFixed(branches.get(0), fixed)) {
            fixed++;
        }
        return fixed;
    }

    private boolean isFixed(Conditions conditions, int field) {
        Conditions.Allowed allowed = conditions.at(getKeys().get(field).getKey(), severalValues(field));
        return allowed != null && allowed.points() && allowed.values().size() == 1;
    }

    final long count(List<Range> ranges) {
        long count = 0;
        for (Range range : ranges) {
            count += (range.to() == null ? entries.sizeAsLong() : before(range.to())) - before(range.from());
        }
        return count;
    }

    private long before(byte[] key) {
        long index = entries.getKeyIndex(key);
        return index >= 0 ? index : -index - 1;
    }

    final DuplicateKeyError duplicate(Document document, MongoCollection<Key> collection) {
        List<Object> values = new ArrayList<>();
        keys().forEach(path -> values.add(Utils.getSubdocumentValueCollectionAware(document, path)));
        return new DuplicateKeyError(this, collection, getKeys(), new KeyValue(values));
    }

    @Override
    public final boolean isUnique() {
        return unique;
    }

    @Override
    public final boolean hasSameOptions(Index<?> other) {
        return super.hasSameOptions(other)
                && unique == other.isUnique()
                && Objects.equals(describe(this), describe(other));
    }

    private static List<String> describe(Index<?> index) {
        return index.getKeys().stream()
                .map(field -> field.getKey() + field.isAscending())
                .toList();
    }

    @Override
    public final Key getPosition(Document document) {
        return Key.of(document.get("_id"));
    }

    @Override
    public final long getCount() {
        return entries.sizeAsLong();
    }

    @Override
    public final long getDataSize() {
        return entries.sizeAsLong();
    }

    @Override
    public final boolean canHandle(Document query) {
        return false;
    }

    @Override
    public final Iterable<Key> getPositions(Document query) {
        throw new UnsupportedOperationException("the collection reads its indexes itself");
    }
}
