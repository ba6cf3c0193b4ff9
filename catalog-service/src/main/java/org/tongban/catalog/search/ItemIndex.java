package org.tongban.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.item.PublishedItem;

/** Finds items; lives in memory and is filled from the store. */
public final class ItemIndex implements AutoCloseable {
    private static final Sort BEST_FIRST =
            new Sort(SortField.FIELD_SCORE, new SortField(ItemDocument.ID, SortField.Type.STRING));

    private final Map<String, ItemSummary> summaries = new ConcurrentHashMap<>();
    private final IndexWriter writer;
    private final SearcherManager searchers;

    public ItemIndex() {
        try {
            writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(new ByField()));
            searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts items in, each in the place of an older version; they are found when this returns. */
    public synchronized void put(Collection<PublishedItem> items) {
        try {
            for (PublishedItem published : items) {
                if (version(published.id()) <= published.version()) {
                    writer.updateDocument(ItemDocument.id(published.id()), ItemDocument.of(published.item()));
                    summaries.put(published.id(), ItemSummary.of(published));
                }
            }
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version that is found here, 0 when the item is not. */
    public int version(String id) {
        ItemSummary known = summaries.get(id);
        return known == null ? 0 : known.version();
    }

    /** How many items each department has, in the order of the names. */
    public Map<String, Integer> departments() {
        Map<String, Integer> departments = new TreeMap<>();
        summaries.values().forEach(item -> departments.merge(item.department(), 1, Integer::sum));
        return departments;
    }

    public Hits search(ItemQuery wanted) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return search(searcher, wanted);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Hits search(IndexSearcher searcher, ItemQuery wanted) throws IOException {
        TopDocs found = searcher.searchAfter(
                after(wanted.cursor(), searcher), ItemDocument.query(wanted), wanted.limit() + 1, BEST_FIRST);
        List<ItemSummary> items = new ArrayList<>();
        Cursor last = null;
        for (ScoreDoc hit : found.scoreDocs) {
            if (items.size() == wanted.limit()) {
                return new Hits(items, last);
            }
            String id = searcher.storedFields().document(hit.doc).get(ItemDocument.ID);
            ItemSummary summary = summaries.get(id);
            if (summary != null) {
                items.add(summary);
                last = new Cursor((Float) ((FieldDoc) hit).fields[0], id);
            }
        }
        return new Hits(items, null);
    }

    private static @Nullable FieldDoc after(@Nullable Cursor cursor, IndexSearcher searcher) {
        if (cursor == null) {
            return null;
        }
        int behindAllEquals = Math.max(0, searcher.getIndexReader().maxDoc() - 1);
        return new FieldDoc(behindAllEquals, cursor.score(), new Object[] {cursor.score(), new BytesRef(cursor.id())});
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Words for the fields of words, pairs for all others. */
    private static final class ByField extends AnalyzerWrapper {
        ByField() {
            super(Analyzer.PER_FIELD_REUSE_STRATEGY);
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            return field.endsWith(ItemDocument.WORDS) ? ChineseText.WORDS : ChineseText.PAIRS;
        }
    }
}
