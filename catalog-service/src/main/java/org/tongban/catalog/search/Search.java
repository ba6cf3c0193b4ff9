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
    private static final int MOST_VALUES = 50;

    Hits find(DrillDownQuery query, ItemQuery wanted) throws IOException {
        SortedSetDocValuesReaderState state = shelf.facets(searcher.getIndexReader());
        if (state == null) {
            return new Hits(List.of(), null, List.of());
        }
        if (wanted.cursor() != null) {
            return page(
                    searcher.searchAfter(after(wanted.cursor()), query, wanted.limit() + 1, BEST_FIRST),
                    wanted,
                    List.of());
        }
        DrillSideways.DrillSidewaysResult found = new DrillSideways(searcher, ItemDocument.COUNTED, state)
                .search(query, null, null, wanted.limit() + 1, BEST_FIRST, false);
        return page(found.hits, wanted, counts(found.facets));
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

    private Hits page(TopDocs found, ItemQuery wanted, List<Facet.Counts> counts) throws IOException {
        Marker marker = new Marker(wanted.readings());
        List<ItemSummary> items = new ArrayList<>();
        Cursor last = null;
        for (ScoreDoc hit : found.scoreDocs) {
            if (items.size() == wanted.limit()) {
                return new Hits(items, last, counts);
            }
            Document document = searcher.storedFields().document(hit.doc);
            String id = document.get(ItemDocument.ID);
            ItemSummary summary = shelf.summaries().get(id);
            if (summary != null) {
                items.add(summary.with(marker.mark(
                        summary.name(),
                        summary.department(),
                        Objects.requireNonNullElse(document.get(ItemDocument.MATERIALS), ""))));
                last = new Cursor((Float) ((FieldDoc) hit).fields[0], id);
            }
        }
        return new Hits(items, null, counts);
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

    private FieldDoc after(Cursor cursor) {
        int behindAllEquals = Math.max(0, searcher.getIndexReader().maxDoc() - 1);
        return new FieldDoc(behindAllEquals, cursor.score(), new Object[] {cursor.score(), new BytesRef(cursor.id())});
    }
}
