package org.tongban.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** One database: its collections and indexes are maps of the one store. */
final class StoreDatabase extends AbstractSynchronizedMongoDatabase<Key> {

    static final IndexKey BY_ID = new IndexKey("_id", true);

    private final Maps maps;
    private final LongAdder examined;
    private final Commands commands;

    StoreDatabase(String name, Maps maps, CursorRegistry cursors, LongAdder examined) {
        super(name, cursors);
        this.maps = maps;
        this.examined = examined;
        this.commands = new Commands(this, cursors);
        initializeNamespacesAndIndexes();
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        Document answer = commands.answer(command, query, databases, oplog);
        return answer != null ? answer : commands.corrected(command, query, command(channel, databases, oplog));
    }

    private Commands.Stock command(Channel channel, DatabaseResolver databases, Oplog oplog) {
        return query -> super.handleCommand(channel, query.keySet().iterator().next(), query, databases, oplog);
    }

    @Nullable
    StoreCollection collection(String name) {
        return (StoreCollection) resolveCollection(name, false);
    }

    int checkIndexes() {
        int rebuilt = 0;
        for (String name : collectionNames()) {
            StoreCollection collection = collection(name);
            if (collection != null) {
                rebuilt += collection.checkIndexes();
            }
        }
        return rebuilt;
    }

    private List<String> collectionNames() {
        StoreCollection namespaces = collection("system.namespaces");
        return namespaces == null
                ? List.of()
                : namespaces
                        .queryAllAsStream()
                        .map(namespace -> String.valueOf(namespace.get("name")).substring(databaseName.length() + 1))
                        .toList();
    }

    /** The descriptions of a collection's indexes, without that of {@code _id}. */
    List<Document> indexesOf(String collectionName) {
        MongoCollection<Key> descriptions = indexes.get();
        return descriptions == null
                ? List.of()
                : descriptions
                        .handleQueryAsStream(new Document("ns", getFullCollectionNamespace(collectionName)))
                        .filter(index -> !isPrimaryKeyIndex((Document) index.get("key")))
                        .toList();
    }

    @Override
    protected MongoCollection<Key> openOrCreateCollection(String name, CollectionOptions options) {
        MVMap<byte[], byte[]> documents = maps.documents(getFullCollectionNamespace(name));
        return new StoreCollection(this, name, options, cursorRegistry, documents, examined);
    }

    @Override
    protected Index<Key> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
        String namespace = getFullCollectionNamespace(collection);
        if (keys.size() == 1 && keys.get(0).getKey().equals("_id")) {
            return new IdIndex(name, List.of(BY_ID), maps.documents(namespace));
        }
        return new FieldIndex(name, keys, true, sparse, maps.entries(namespace, name), maps.arrays());
    }

    @Override
    protected Index<Key> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        String namespace = getFullCollectionNamespace(collection);
        return new FieldIndex(name, keys, false, sparse, maps.entries(namespace, name), maps.arrays());
    }

    @Override
    protected void dropIndex(MongoCollection<Key> collection, String indexName) {
        super.dropIndex(collection, indexName);
        maps.dropEntries(collection.getFullName(), indexName);
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        maps.dropDocuments(getFullCollectionNamespace(name));
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
        String before = collection.getFullName();
        super.moveCollection(from, collection, newName);
        maps.rename(before, getFullCollectionNamespace(newName));
    }

    @Override
    protected long getStorageSize() {
        return maps.fileSize();
    }

    @Override
    protected long getFileSize() {
        return maps.fileSize();
    }
}
