package org.tongban.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The index over {@code _id}: the documents themselves, which are kept in this order. */
final class IdIndex extends StoreIndex {

    IdIndex(String name, List<IndexKey> fields, MVMap<byte[], byte[]> documents) {
        super(name, fields, true, false, documents);
    }

    @Override
    Key position(byte[] entry, byte[] document) {
        return new Key(entry);
    }

    @Override
    boolean severalValues(int field) {
        return false;
    }

    @Override
    boolean severalValues() {
        return false;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Key> collection) {
        if (entries().containsKey(getPosition(document).bytes())) {
            throw duplicate(document, collection);
        }
    }

    @Override
    public void add(Document document, Key position, MongoCollection<Key> collection) {
        // adding the document did it
    }

    @Override
    public @Nullable Key remove(Document document) {
        Key position = getPosition(document);
        return entries().containsKey(position.bytes()) ? position : null;
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Key> collection) {
        // an _id never changes
    }

    @Override
    public void updateInPlace(Document before, Document after, Key position, MongoCollection<Key> collection) {
        // an _id never changes
    }

    /** Never empty, so that nobody fills it from the documents. */
    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public void drop() {
        // goes with the documents
    }
}
