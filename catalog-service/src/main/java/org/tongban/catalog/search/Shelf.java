package org.tongban.catalog.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.item.PublishedItem;
import org.tongban.catalog.text.ChineseText;

/** All that is in memory of one filling: the items, their names, and what is counted of them. */
final class Shelf implements AutoCloseable {
    private static final double BUFFER_MB = 64;

    private final Map<String, ItemSummary> summaries = new ConcurrentHashMap<>();
    private final Map<String, Integer> departments = new ConcurrentHashMap<>();
    private final Map<String, String> places = new ConcurrentHashMap<>();
    private final NameIndex names = new NameIndex();
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile @Nullable Counting counting;

    /** What the counts of a reader stand on, made once per reader. */
    private record Counting(
            IndexReader reader, SortedSetDocValuesReaderState facets, SortedSetDocValuesReaderState bases) {}

    Shelf() throws IOException {
        writer = new IndexWriter(
                new ByteBuffersDirectory(), new IndexWriterConfig(new ByField()).setRAMBufferSizeMB(BUFFER_MB));
        searchers = new SearcherManager(writer, null);
    }

    /**
     * Puts items in, each in the place of an older version; they are found after the next {@link #refresh}.
     *
     * <p>A withdrawn item goes out. A version that is known has the same guide and at most another standing: it is not
     * written again, which would shift the weights of all words and with them the order of hits.
     */
    synchronized void put(Collection<PublishedItem> items) throws IOException {
        for (PublishedItem published : items) {
            ItemSummary known = summaries.get(published.id());
            if (published.isWithdrawn()) {
                if (known != null) {
                    writer.deleteDocuments(ItemDocument.id(published.id()));
                    summaries.remove(published.id());
                    forget(known, places.remove(published.id()));
                }
            } else if (known != null && known.version() == published.version()) {
                summaries.put(published.id(), ItemSummary.of(published));
            } else if (known == null || known.version() < published.version()) {
                writer.updateDocument(ItemDocument.id(published.id()), ItemDocument.of(published.item()));
                departments.merge(published.item().department(), 1, Integer::sum);
                summaries.put(published.id(), ItemSummary.of(published));
                String place = ItemDocument.place(published.item());
                names.add(published.item().name(), place);
                forget(known, places.put(published.id(), place));
            }
        }
    }

    private void forget(@Nullable ItemSummary known, @Nullable String place) {
        if (known != null && place != null) {
            names.remove(known.name(), place);
            departments.computeIfPresent(known.department(), (department, count) -> count > 1 ? count - 1 : null);
        }
    }

    synchronized void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
        names.refresh();
    }

    Map<String, ItemSummary> summaries() {
        return summaries;
    }

    Map<String, Integer> departments() {
        return departments;
    }

    NameIndex names() {
        return names;
    }

    SearcherManager searchers() {
        return searchers;
    }

    /** For counts of the facets; null where no item is. */
    @Nullable
    SortedSetDocValuesReaderState facets(IndexReader reader) throws IOException {
        return reader.numDocs() == 0 ? null : counting(reader).facets();
    }

    /** For counts of the legal bases. */
    SortedSetDocValuesReaderState bases(IndexReader reader) throws IOException {
        return counting(reader).bases();
    }

    private Counting counting(IndexReader reader) throws IOException {
        Counting known = counting;
        if (known == null || !known.reader().equals(reader)) {
            known = new Counting(
                    reader,
                    new DefaultSortedSetDocValuesReaderState(reader, ItemDocument.COUNTED),
                    new DefaultSortedSetDocValuesReaderState(reader, ItemDocument.BASES, ItemDocument.COUNTED));
            counting = known;
        }
        return known;
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.rollback();
        names.close();
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
