package org.tongban.catalog.search;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.division.Divisions;
import org.tongban.catalog.item.Item;
import org.tongban.catalog.item.Material;

/** How an item lies in the index, and how a query asks for it: name over department over materials. */
final class ItemDocument {
    static final String ID = "id";
    static final String WORDS = ".words";
    private static final String PAIRS = ".pairs";
    private static final String NAME = "name";
    private static final String DEPARTMENT = "department";
    private static final String MATERIALS = "materials";
    private static final String ALL = "all";
    private static final String WHOLE_NAME = "wholeName";
    private static final String PLACE = "place";
    private static final String APPLICANT = "applicant";
    private static final String EVERYWHERE = "everywhere";

    private static final float WHOLE_NAME_WEIGHT = 30;
    private static final float NAME_WEIGHT = 6;
    private static final float DEPARTMENT_WEIGHT = 2;
    private static final float MATERIALS_WEIGHT = 1;
    /** Of a query's pairs of characters so many must be found somewhere in the item. */
    private static final double SHARE_TO_FIND = 0.4;

    private ItemDocument() {}

    static Term id(String id) {
        return new Term(ID, id);
    }

    static Document of(Item item) {
        Document document = new Document();
        document.add(new StringField(ID, item.id(), Field.Store.YES));
        document.add(new SortedDocValuesField(ID, new BytesRef(item.id())));
        document.add(new StringField(WHOLE_NAME, ChineseText.plain(item.name()), Field.Store.NO));
        String materials =
                item.materials().stream().map(Material::name).distinct().collect(Collectors.joining("\n"));
        text(document, NAME, item.name());
        text(document, DEPARTMENT, item.department());
        text(document, MATERIALS, materials);
        document.add(new TextField(
                ALL + PAIRS, String.join("\n", item.name(), item.department(), materials), Field.Store.NO));
        document.add(new StringField(DEPARTMENT, item.department(), Field.Store.NO));
        document.add(new StringField(PLACE, place(item), Field.Store.NO));
        item.applicants().forEach(type -> document.add(new StringField(APPLICANT, type, Field.Store.NO)));
        return document;
    }

    static Query query(ItemQuery wanted) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(text(wanted.text()), BooleanClause.Occur.MUST);
        if (wanted.division() != null) {
            BooleanQuery.Builder places = new BooleanQuery.Builder();
            places.add(term(PLACE, EVERYWHERE), BooleanClause.Occur.SHOULD);
            Divisions.upwards(wanted.division())
                    .forEach(code -> places.add(term(PLACE, code), BooleanClause.Occur.SHOULD));
            query.add(places.build(), BooleanClause.Occur.FILTER);
        }
        if (wanted.department() != null) {
            query.add(term(DEPARTMENT, wanted.department()), BooleanClause.Occur.FILTER);
        }
        if (wanted.applicant() != null) {
            query.add(term(APPLICANT, wanted.applicant()), BooleanClause.Occur.FILTER);
        }
        return query.build();
    }

    private static Query text(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new ConstantScoreQuery(new MatchAllDocsQuery());
        }
        BooleanQuery.Builder found = new BooleanQuery.Builder();
        Set<String> pairs = ChineseText.pairs(text);
        pairs.forEach(pair -> found.add(term(ALL + PAIRS, pair), BooleanClause.Occur.SHOULD));
        found.setMinimumNumberShouldMatch(Math.max(1, (int) (pairs.size() * SHARE_TO_FIND)));

        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(found.build(), BooleanClause.Occur.FILTER);
        query.add(
                new BoostQuery(new ConstantScoreQuery(term(WHOLE_NAME, ChineseText.plain(text))), WHOLE_NAME_WEIGHT),
                BooleanClause.Occur.SHOULD);
        weigh(query, NAME, NAME_WEIGHT, text);
        weigh(query, DEPARTMENT, DEPARTMENT_WEIGHT, text);
        weigh(query, MATERIALS, MATERIALS_WEIGHT, text);
        return query.build();
    }

    private static void weigh(BooleanQuery.Builder query, String field, float weight, String text) {
        ChineseText.words(text)
                .forEach(word ->
                        query.add(new BoostQuery(term(field + WORDS, word), weight), BooleanClause.Occur.SHOULD));
        ChineseText.pairs(text)
                .forEach(pair ->
                        query.add(new BoostQuery(term(field + PAIRS, pair), weight), BooleanClause.Occur.SHOULD));
    }

    private static void text(Document document, String field, String text) {
        document.add(new TextField(field + WORDS, text, Field.Store.NO));
        document.add(new TextField(field + PAIRS, text, Field.Store.NO));
    }

    private static String place(Item item) {
        if (item.national()) {
            return EVERYWHERE;
        }
        return item.division() == null || item.division().code() == null
                ? ""
                : item.division().code();
    }

    private static TermQuery term(String field, String text) {
        return new TermQuery(new Term(field, text));
    }
}
