package org.tongban.catalog.search;

import static org.tongban.catalog.search.TextQuery.term;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.division.Divisions;
import org.tongban.catalog.text.ChineseText;
import org.tongban.catalog.text.Spelling;

/**
 * The names of the items by their beginnings, in characters, pinyin and initials.
 *
 * <p>A name has one entry with all places where an item of it is good. The entries lie in the order in which they are
 * suggested, short names first, so that a look ends after the few it shows.
 */
final class NameIndex implements AutoCloseable {
    private static final String PLACE = "place";
    private static final String STARTS = "starts";
    private static final String NAME = "name";
    private static final String LENGTH = "length";
    private static final int LONGEST_START = 16;

    private static final Sort SHORT_FIRST =
            new Sort(new SortField(LENGTH, SortField.Type.LONG), new SortField(NAME, SortField.Type.STRING));
    /** A hit comes with what it was sorted by, so that no name need be unpacked from where it lies stored. */
    private static final int NAME_IN_SORT = 1;

    private final Map<String, Map<String, Integer>> itemsByPlace = new HashMap<>();
    private final Set<String> changed = new HashSet<>();
    private final IndexWriter writer;
    private final SearcherManager searchers;

    NameIndex() throws IOException {
        writer = new IndexWriter(
                new ByteBuffersDirectory(), new IndexWriterConfig(ChineseText.PAIRS).setIndexSort(SHORT_FIRST));
        searchers = new SearcherManager(writer, null);
    }

    synchronized void add(String name, String place) {
        int items = itemsByPlace.computeIfAbsent(name, key -> new HashMap<>()).merge(place, 1, Integer::sum);
        if (items == 1) {
            changed.add(name);
        }
    }

    synchronized void remove(String name, String place) {
        Map<String, Integer> places = itemsByPlace.getOrDefault(name, new HashMap<>());
        if (places.computeIfPresent(place, (known, items) -> items > 1 ? items - 1 : null) == null) {
            changed.add(name);
        }
    }

    /** Lets what was added and removed be seen. */
    synchronized void refresh() throws IOException {
        for (String name : changed) {
            Set<String> places = itemsByPlace.getOrDefault(name, Map.of()).keySet();
            Term term = new Term(NAME, name);
            if (places.isEmpty()) {
                itemsByPlace.remove(name);
                writer.deleteDocuments(term);
            } else {
                writer.updateDocument(term, entry(name, places));
            }
        }
        changed.clear();
        searchers.maybeRefreshBlocking();
    }

    /** Names that begin so, then names that have it, or else names that sound so. */
    List<String> suggest(String plain, @Nullable String division, int limit) throws IOException {
        if (plain.isEmpty()) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        IndexSearcher searcher = searchers.acquire();
        try {
            collect(names, searcher, List.of(start(plain)), division, limit);
            boolean chinese = !Spelling.isLatin(plain) && plain.length() > 1;
            if (chinese && names.size() < limit) {
                collect(names, searcher, having(plain), division, limit);
            }
            if (chinese && names.isEmpty()) {
                collect(names, searcher, List.of(start(Spelling.of(plain).letters(0))), division, limit);
            }
        } finally {
            searchers.release(searcher);
        }
        return List.copyOf(names);
    }

    private static void collect(
            Set<String> names, IndexSearcher searcher, List<Term> wanted, @Nullable String division, int limit)
            throws IOException {
        if (!isThere(wanted, searcher.getIndexReader())) {
            return;
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        wanted.forEach(term -> query.add(new TermQuery(term), Occur.FILTER));
        if (division != null) {
            query.add(places(division), Occur.FILTER);
        }
        ScoreDoc[] found = searcher.search(
                        new ConstantScoreQuery(query.build()),
                        new TopFieldCollectorManager(SHORT_FIRST, limit, null, limit))
                .scoreDocs;
        for (ScoreDoc hit : found) {
            if (names.size() < limit) {
                names.add(((BytesRef) ((FieldDoc) hit).fields[NAME_IN_SORT]).utf8ToString());
            }
        }
    }

    /** Most of what is typed begins no name; that is known at once, without a search. */
    private static boolean isThere(List<Term> wanted, IndexReader reader) throws IOException {
        for (Term term : wanted) {
            if (reader.docFreq(term) == 0) {
                return false;
            }
        }
        return !wanted.isEmpty();
    }

    private static Query places(String division) {
        BooleanQuery.Builder places = new BooleanQuery.Builder();
        places.add(term(PLACE, ItemDocument.EVERYWHERE), Occur.SHOULD);
        Divisions.upwards(division).forEach(code -> places.add(term(PLACE, code), Occur.SHOULD));
        return places.build();
    }

    private static List<Term> having(String plain) {
        return ChineseText.pairs(plain).stream()
                .map(pair -> new Term(ItemDocument.PAIRS, pair))
                .toList();
    }

    private static Document entry(String name, Set<String> places) {
        Document entry = new Document();
        entry.add(new StringField(NAME, name, Field.Store.NO));
        entry.add(new SortedDocValuesField(NAME, new BytesRef(name)));
        entry.add(new NumericDocValuesField(LENGTH, name.length()));
        entry.add(new TextField(ItemDocument.PAIRS, ChineseText.plain(name), Field.Store.NO));
        places.forEach(place -> entry.add(new StringField(PLACE, place, Field.Store.NO)));
        Spelling spelling = Spelling.of(name);
        Set<String> starts = new LinkedHashSet<>();
        for (String form : List.of(ChineseText.plain(name), spelling.letters(0), spelling.initials(0))) {
            for (int length = 1; length <= Math.min(form.length(), LONGEST_START); length++) {
                starts.add(form.substring(0, length));
            }
        }
        starts.forEach(start -> entry.add(new StringField(STARTS, start, Field.Store.NO)));
        return entry;
    }

    private static Term start(String plain) {
        return new Term(STARTS, plain.substring(0, Math.min(plain.length(), LONGEST_START)));
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.rollback();
    }
}
