package org.tongban.catalog.search;

import static org.tongban.catalog.search.TextQuery.term;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.division.Divisions;
import org.tongban.catalog.item.Item;
import org.tongban.catalog.text.ChineseText;
import org.tongban.catalog.text.Spelling;

/**
 * The names of the items by their beginnings, in characters, pinyin and initials.
 *
 * <p>A name has one entry per place, and one for callers who name none. The entries lie in the order in which they are
 * suggested, short names first, so that a look ends after the few it shows.
 */
final class NameIndex implements AutoCloseable {
    private static final String KEY = "key";
    private static final String PLACE = "place";
    private static final String STARTS = "starts";
    private static final String NAME = "name";
    private static final String LENGTH = "length";
    private static final String ANYWHERE = "anywhere";
    private static final int LONGEST_START = 16;
    /** A name may stand at four places that hold each other: nation, province, city and county. */
    private static final int PLACES_OF_ONE_NAME = 4;

    private static final Sort SHORT_FIRST = new Sort(
            new SortField(LENGTH, SortField.Type.LONG), new SortField(NAME, SortField.Type.STRING));

    private final Map<String, Integer> entries = new ConcurrentHashMap<>();
    private final IndexWriter writer;
    private final SearcherManager searchers;

    NameIndex() throws IOException {
        writer = new IndexWriter(
                new ByteBuffersDirectory(), new IndexWriterConfig(ChineseText.PAIRS).setIndexSort(SHORT_FIRST));
        searchers = new SearcherManager(writer, null);
    }

    void add(Item item) throws IOException {
        for (String place : Set.of(ItemDocument.place(item), ANYWHERE)) {
            if (entries.merge(key(item.name(), place), 1, Integer::sum) == 1) {
                writer.addDocument(entry(item.name(), place));
            }
        }
    }

    void remove(String name, String itemPlace) throws IOException {
        for (String place : Set.of(itemPlace, ANYWHERE)) {
            String key = key(name, place);
            if (entries.computeIfPresent(key, (known, items) -> items > 1 ? items - 1 : null) == null) {
                writer.deleteDocuments(new Term(KEY, key));
            }
        }
    }

    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Names that begin so, then names that have it, then names that sound so. */
    List<String> suggest(String typed, @Nullable String division, int limit) throws IOException {
        String plain = ChineseText.plain(typed.toLowerCase(Locale.ROOT));
        if (plain.isEmpty()) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        IndexSearcher searcher = searchers.acquire();
        try {
            collect(names, searcher, term(STARTS, start(plain)), division, limit);
            boolean latin = Spelling.isLatin(plain);
            if (!latin && plain.length() > 1 && names.size() < limit) {
                collect(names, searcher, having(plain), division, limit);
            }
            if (!latin && plain.length() > 1 && names.isEmpty()) {
                String letters = Spelling.of(plain).letters(0);
                collect(names, searcher, term(STARTS, start(letters)), division, limit);
            }
        } finally {
            searchers.release(searcher);
        }
        return List.copyOf(names);
    }

    private static void collect(
            Set<String> names, IndexSearcher searcher, Query text, @Nullable String division, int limit)
            throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(text, Occur.FILTER);
        query.add(places(division), Occur.FILTER);
        int most = limit * PLACES_OF_ONE_NAME;
        ScoreDoc[] found = searcher.search(
                        new ConstantScoreQuery(query.build()),
                        new TopFieldCollectorManager(SHORT_FIRST, most, null, most))
                .scoreDocs;
        for (ScoreDoc hit : found) {
            if (names.size() == limit) {
                return;
            }
            names.add(searcher.storedFields().document(hit.doc).get(NAME));
        }
    }

    private static Query places(@Nullable String division) {
        if (division == null) {
            return term(PLACE, ANYWHERE);
        }
        BooleanQuery.Builder places = new BooleanQuery.Builder();
        places.add(term(PLACE, ItemDocument.EVERYWHERE), Occur.SHOULD);
        Divisions.upwards(division).forEach(code -> places.add(term(PLACE, code), Occur.SHOULD));
        return places.build();
    }

    private static Query having(String plain) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        ChineseText.pairs(plain).forEach(pair -> all.add(term(ItemDocument.PAIRS, pair), Occur.FILTER));
        return all.build();
    }

    private static Document entry(String name, String place) {
        Document entry = new Document();
        entry.add(new StringField(KEY, key(name, place), Field.Store.NO));
        entry.add(new StringField(PLACE, place, Field.Store.NO));
        entry.add(new StoredField(NAME, name));
        entry.add(new SortedDocValuesField(NAME, new BytesRef(name)));
        entry.add(new NumericDocValuesField(LENGTH, name.length()));
        entry.add(new TextField(ItemDocument.PAIRS, ChineseText.plain(name), Field.Store.NO));
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

    private static String start(String plain) {
        return plain.substring(0, Math.min(plain.length(), LONGEST_START));
    }

    private static String key(String name, String place) {
        return place + "\n" + name;
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.rollback();
    }
}
