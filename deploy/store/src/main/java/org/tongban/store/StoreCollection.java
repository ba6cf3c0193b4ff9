package org.tongban.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The documents of one collection, ordered by their {@code _id}, and its indexes. Its database sees to the locks. */
final class StoreCollection extends AbstractMongoCollection<Key> {

    private static final Logger log = System.getLogger(StoreCollection.class.getName());

    private final MVMap<byte[], byte[]> documents;
    private final LongAdder examined;

    /**
     * @param examined counts the documents that are read to see whether they match
     */
    StoreCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            MVMap<byte[], byte[]> documents,
            LongAdder examined) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.examined = examined;
    }

    /** Finds documents; each answer's work is done as it is asked for. */
    Hits search(Document filter, @Nullable Document orderBy, int skip, int limit) {
        Document order = SearchOrder.of(orderBy);
        Plan plan = Plan.cheapest(searchable(), filter, order, limit == 0 ? 0 : limit + skip);
        Wanted wanted = Wanted.of(filter, plan.sorted() ? new Document() : order);
        Hits hits = new Scan(this, wanted, plan);
        if (!plan.sorted()) {
            return new Gathered(this, wanted, SearchOrder.sorted(hits, order, skip, limit));
        }
        return skip == 0 && limit == 0 ? hits : new Part(hits, skip, limit);
    }

    private List<StoreIndex> searchable() {
        List<StoreIndex> indexes = new ArrayList<>();
        getIndexes().forEach(index -> indexes.add((StoreIndex) index));
        if (indexes.isEmpty()) {
            indexes.add(new IdIndex("_id_", List.of(StoreDatabase.BY_ID), documents));
        }
        return indexes;
    }

    /** Compares the indexes with the documents, makes anew those that differ and says how many did. */
    int checkIndexes() {
        List<FieldIndex> indexes = getIndexes().stream()
                .filter(FieldIndex.class::isInstance)
                .map(FieldIndex.class::cast)
                .toList();
        if (indexes.isEmpty()) {
            return 0;
        }
        Set<String> fields = IndexCheck.fields(indexes);
        IndexCheck check = new IndexCheck(indexes);
        documents.values().forEach(stored -> check.see(StoredForm.read(stored, fields)));
        List<FieldIndex> differing = check.differing();
        for (FieldIndex index : differing) {
            log.log(
                    Level.WARNING,
                    "index {0} of {1} differed from its documents and is made anew",
                    index,
                    getFullName());
            index.clear();
            documents.values().forEach(stored -> index.take(StoredForm.read(stored, fields)));
        }
        return differing.size();
    }

    /** The document at a place if it is there and matches. */
    @Nullable
    Hit match(Key position, Wanted wanted) {
        byte[] stored = documents.get(position.bytes());
        if (stored == null) {
            return null;
        }
        examined.increment();
        Document matched = wanted.read(stored);
        return documentMatchesQuery(matched, wanted.filter()) ? new Hit(position, stored, matched) : null;
    }

    /** What a projection leaves of a hit; only what it can leave is read. */
    Document projected(Hit hit, @Nullable Document projection) {
        Set<String> left = Wanted.left(projection);
        Document document = left == null ? hit.document() : StoredForm.read(hit.stored(), left);
        return projection == null || projection.isEmpty()
                ? document
                : matchDocumentsFromStream(Stream.of(document), new Document(), null, 0, 0, 0, projection)
                        .iterator()
                        .next();
    }

    Iterable<Document> found(Hits hits, @Nullable Document projection) {
        return () -> new Iterator<>() {
            private @Nullable Hit next = hits.next();

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public Document next() {
                if (next == null) {
                    throw new NoSuchElementException();
                }
                Document document = projected(next, projection);
                next = hits.next();
                return document;
            }
        };
    }

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        return new QueryResult(found(search(query, orderBy, skip, limit), projection));
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, projection);
    }

    /** An index that could not be built leaves nothing behind. */
    @Override
    public void addIndex(Index<Key> index) {
        try {
            super.addIndex(index);
        } catch (IndexBuildFailedException e) {
            ((StoreIndex) index).drop();
            throw e;
        }
    }

    @Override
    protected Key addDocumentInternal(Document document) {
        String idField = getIdField();
        Key position = Key.of(idField == null ? UUID.randomUUID() : Utils.getSubdocumentValue(document, idField));
        documents.put(position.bytes(), StoredForm.of(document));
        return position;
    }

    @Override
    protected void handleUpdate(Key position, Document before, Document after) {
        documents.put(position.bytes(), StoredForm.of(after));
    }

    @Override
    protected void removeDocument(Key position) {
        documents.remove(position.bytes());
    }

    @Override
    protected Document getDocument(Key position) {
        byte[] stored = documents.get(position.bytes());
        if (stored == null) {
            throw new IllegalStateException("no document at " + position + " of " + getFullName());
        }
        return StoredForm.read(stored);
    }

    @Override
    protected Stream<DocumentWithPosition<Key>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry -> new DocumentWithPosition<>(StoredForm.read(entry.getValue()), new Key(entry.getKey())));
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {
        // counted when somebody asks
    }

    @Override
    protected int getDataSize() {
        long size =
                documents.values().stream().mapToLong(stored -> stored.length).sum();
        return (int) Math.min(size, Integer.MAX_VALUE);
    }

    Stream<Document> stream(Document filter) {
        return StreamSupport.stream(found(search(filter, null, 0, 0), null).spliterator(), false);
    }
}
