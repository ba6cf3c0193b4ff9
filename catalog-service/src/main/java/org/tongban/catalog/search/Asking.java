package org.tongban.catalog.search;

import static org.tongban.catalog.search.ItemDocument.EVERYWHERE;
import static org.tongban.catalog.search.ItemDocument.KIND;
import static org.tongban.catalog.search.ItemDocument.PLACE;
import static org.tongban.catalog.search.TextQuery.term;

import java.util.List;
import java.util.function.Function;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.division.Divisions;
import org.tongban.catalog.wording.Reading;

/** Turns what somebody looks for into one query: the best reading counts, and what is nearer by stands above its like. */
final class Asking {
    /** How much better a guide of the division itself is than one of the next division above it. */
    private static final float NEARER = 1.1f;

    private static final String PUBLIC_SERVICE = "20";
    /** Above the terms of all readings in all fields; what is typed is bounded before. */
    private static final int MOST_CLAUSES = 4096;

    static {
        IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
    }

    private Asking() {}

    static DrillDownQuery of(ItemQuery wanted) {
        return narrowed(text(wanted.readings(), TextQuery::of), wanted.filters());
    }

    /** The same for what has anything of the text. */
    static DrillDownQuery near(ItemQuery wanted) {
        return narrowed(text(wanted.readings(), TextQuery::near), wanted.filters());
    }

    private static Query text(List<Reading> readings, Function<String, Query> asking) {
        if (readings.isEmpty()) {
            return new ConstantScoreQuery(new MatchAllDocsQuery());
        }
        return new DisjunctionMaxQuery(
                readings.stream()
                        .map(reading -> (Query) new BoostQuery(asking.apply(reading.text()), reading.weight()))
                        .toList(),
                0);
    }

    private static DrillDownQuery narrowed(Query text, Filters filters) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(nearerFirst(text, filters.division()), Occur.MUST);
        if (filters.division() != null) {
            BooleanQuery.Builder places = new BooleanQuery.Builder();
            places.add(term(PLACE, EVERYWHERE), Occur.SHOULD);
            Divisions.upwards(filters.division()).forEach(code -> places.add(term(PLACE, code), Occur.SHOULD));
            query.add(places.build(), Occur.FILTER);
        }
        switch (filters.part()) {
            case ALL -> {}
            case POWERS -> query.add(powers(), Occur.FILTER);
            case SERVICES -> query.add(term(KIND, PUBLIC_SERVICE), Occur.FILTER);
        }
        basis(query, filters);
        DrillDownQuery drill = new DrillDownQuery(ItemDocument.COUNTED, query.build());
        narrow(drill, Facet.DEPARTMENT, filters.department());
        narrow(drill, Facet.APPLICANT, filters.applicant());
        narrow(drill, Facet.CASE_TYPE, filters.caseType());
        narrow(drill, Facet.KIND, filters.kind());
        return drill;
    }

    private static Query powers() {
        return new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.MUST)
                .add(term(KIND, PUBLIC_SERVICE), Occur.MUST_NOT)
                .add(term(KIND, ItemDocument.NO_KIND), Occur.MUST_NOT)
                .build();
    }

    private static void basis(BooleanQuery.Builder query, Filters filters) {
        String law = filters.law();
        Integer article = filters.article();
        if (law != null) {
            Term basis = article == null
                    ? DrillDownQuery.term(ItemDocument.BASES, ItemDocument.LAW, law)
                    : DrillDownQuery.term(ItemDocument.BASES, ItemDocument.ARTICLE, ItemDocument.article(law, article));
            query.add(new TermQuery(basis), Occur.FILTER);
        }
    }

    private static void narrow(DrillDownQuery query, Facet facet, @Nullable String value) {
        if (value != null) {
            query.add(facet.dimension(), value);
        }
    }

    private static Query nearerFirst(Query text, @Nullable String division) {
        Query query = text;
        if (division == null) {
            return FunctionScoreQuery.boostByQuery(query, term(PLACE, EVERYWHERE), NEARER);
        }
        float boost = 1;
        for (String code : Divisions.upwards(division)) {
            boost *= NEARER;
            query = FunctionScoreQuery.boostByQuery(query, term(PLACE, code), boost);
        }
        return query;
    }
}
