package org.tongban.catalog.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;

/** One look into a shelf. */
record Search(Shelf shelf, IndexSearcher searcher) {
    private static final Sort BEST_FIRST =
            new Sort(SortField.FIELD_SCORE, new SortField(ItemDocument.ID, SortField.Type.STRING));
    private static final Sort BY_ID = new Sort(new SortField(ItemDocument.ID, SortField.Type.STRING));
    private static final int MOST_VALUES = 50;
    /** So many hits of a search by words are shown best first; whoever reads on reads them all. */
    static final int BEST = 300;

    Hits find(DrillDownQuery query, ItemQuery wanted) throws IOException {
        SortedSetDocValuesReaderState state = shelf.facets(searcher.getIndexReader());
        if (state == null) {
            return new Hits(List.of(), null, List.of());
        }
        Cursor cursor = wanted.cursor();
        if (cursor != null) {
            cursor.check(wanted.digest());
            return page(behind(cursor, query, wanted), wanted, List.of());
        }
        DrillSideways.DrillSidewaysResult found = new DrillSideways(searcher, ItemDocument.COUNTED, state)
                .search(query, null, null, wanted.limit() + 1, BEST_FIRST, false);
        return page(Arrays.asList(found.hits.scoreDocs), wanted, counts(found.facets));
    }

    private List<ScoreDoc> behind(Cursor cursor, DrillDownQuery query, ItemQuery wanted) throws IOException {
        int most = wanted.limit() + 1;
        if (wanted.readings().isEmpty()) {
            FieldDoc last = after(cursor.nearness(), new BytesRef(cursor.id()));
            return Arrays.asList(searcher.searchAfter(last, query, most, BEST_FIRST).scoreDocs);
        }
        int withShown = most + cursor.shown().size();
        TopDocs found = cursor.shown().size() < BEST
                ? searcher.search(query, withShown, BEST_FIRST)
                : searcher.searchAfter(after(new BytesRef(cursor.id())), query, withShown, BY_ID);
        return Arrays.stream(found.scoreDocs)
                .filter(hit -> !cursor.shown().has(id(hit)))
                .toList();
    }

    /** How many items rest on each law, or on each article of one law. */
    Map<String, Integer> bases(Filters filters) throws IOException {
        Map<String, Integer> bases = new TreeMap<>();
        if (searcher.getIndexReader().numDocs() == 0) {
            return bases;
        }
        FacetsCollector all =
                searcher.search(Asking.of(new ItemQuery(List.of(), filters, null, 1)), new FacetsCollectorManager());
        Facets facets = new SortedSetDocValuesFacetCounts(shelf.bases(searcher.getIndexReader()), all);
        String law = filters.law();
        String beginning = law == null ? "" : ItemDocument.article(law, 0).replaceFirst("0$", "");
        FacetResult counted = facets.getAllChildren(law == null ? ItemDocument.LAW : ItemDocument.ARTICLE);
        if (counted != null) {
            Arrays.stream(counted.labelValues)
                    .filter(value -> value.label.startsWith(beginning))
                    .forEach(value -> bases.put(value.label.substring(beginning.length()), value.value.intValue()));
        }
        return bases;
    }

    private Hits page(List<ScoreDoc> found, ItemQuery wanted, List<Facet.Counts> counts) throws IOException {
        Marker marker = new Marker(wanted.readings());
        List<ItemSummary> items = new ArrayList<>();
        ScoreDoc last = null;
        for (ScoreDoc hit : found) {
            if (last != null && items.size() == wanted.limit()) {
                return new Hits(items, next(wanted, items, (FieldDoc) last), counts);
            }
            ItemSummary summary = shelf.summaries().get(id(hit));
            if (summary != null) {
                Document document = searcher.storedFields().document(hit.doc);
                items.add(summary.with(marker.mark(
                        summary.name(),
                        summary.department(),
                        Objects.requireNonNullElse(document.get(ItemDocument.MATERIALS), ""))));
                last = hit;
            }
        }
        return new Hits(items, null, counts);
    }

    private static Cursor next(ItemQuery wanted, List<ItemSummary> page, FieldDoc last) {
        if (wanted.readings().isEmpty()) {
            return new Cursor(wanted.digest(), (Float) last.fields[0], id(last), Shown.NOTHING);
        }
        Shown before = wanted.cursor() == null ? Shown.NOTHING : wanted.cursor().shown();
        return before.size() < BEST
                ? new Cursor(
                        wanted.digest(),
                        0,
                        "",
                        before.and(page.stream().map(ItemSummary::id).toList()))
                : new Cursor(wanted.digest(), 0, id(last), before);
    }

    /** The last of the fields that hits are sorted by. */
    private static String id(ScoreDoc hit) {
        Object[] sortedBy = ((FieldDoc) hit).fields;
        return ((BytesRef) sortedBy[sortedBy.length - 1]).utf8ToString();
    }

    private static List<Facet.Counts> counts(Facets facets) throws IOException {
        List<Facet.Counts> counts = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            FacetResult counted = facets.getTopChildren(MOST_VALUES, facet.dimension());
            counts.add(new Facet.Counts(
                    facet,
                    Arrays.stream(counted == null ? new LabelAndValue[0] : counted.labelValues)
                            .map(value -> new Facet.Count(value.label, value.value.intValue()))
                            .toList()));
        }
        return counts;
    }

    private FieldDoc after(Object... sortedBy) {
        int behindAllEquals = Math.max(0, searcher.getIndexReader().maxDoc() - 1);
        return new FieldDoc(behindAllEquals, sortedBy.length == 1 ? 0 : (Float) sortedBy[0], sortedBy);
    }
}
