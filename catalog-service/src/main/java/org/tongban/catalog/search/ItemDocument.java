package org.tongban.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.item.Item;
import org.tongban.catalog.item.LegalBasis;
import org.tongban.catalog.item.Material;
import org.tongban.catalog.item.NamedCode;
import org.tongban.catalog.law.Articles;
import org.tongban.catalog.law.Law;
import org.tongban.catalog.text.ChineseText;
import org.tongban.catalog.text.Spelling;

/** How an item lies in the index. */
final class ItemDocument {
    static final String ID = "id";
    static final String WORDS = ".words";
    static final String PAIRS = ".pairs";
    static final String NAME = "name";
    static final String DEPARTMENT = "department";
    static final String MATERIALS = "materials";
    static final String ALL = "all";
    static final String WHOLE_NAME = "wholeName";
    /** Pairs of syllables of the name: what sounds alike is alike. */
    static final String SOUND = "sound";
    /** The name in Latin letters from each of its syllables on, whole and as initials. */
    static final String LETTERS = "letters";
    /** The same from the first syllable on. */
    static final String LEAD = "lead";

    static final String PLACE = "place";
    static final String KIND = "kind";
    static final String NO_KIND = "none";
    static final String EVERYWHERE = "everywhere";
    static final String LAW = "law";
    static final String ARTICLE = "article";
    private static final int MOST_LETTERS = 32;

    /** The counted dimensions; the legal bases apart, as they are many. */
    static final FacetsConfig COUNTED = counted();

    static final String BASES = "$bases";

    private ItemDocument() {}

    private static FacetsConfig counted() {
        FacetsConfig config = new FacetsConfig();
        config.setMultiValued(Facet.APPLICANT.dimension(), true);
        for (String basis : List.of(LAW, ARTICLE)) {
            config.setMultiValued(basis, true);
            config.setIndexFieldName(basis, BASES);
        }
        return config;
    }

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
        document.add(new TextField(MATERIALS + PAIRS, materials, Field.Store.NO));
        document.add(new StoredField(MATERIALS, materials));
        document.add(new TextField(
                ALL + PAIRS, String.join("\n", item.name(), item.department(), materials), Field.Store.NO));
        Spelling spelling = Spelling.of(item.name());
        spell(document, spelling);
        if (item.result() != null) {
            spell(document, Spelling.of(item.result()));
        }
        spelling.pairs().forEach(pair -> document.add(new StringField(SOUND, pair, Field.Store.NO)));
        document.add(new StringField(PLACE, place(item), Field.Store.NO));
        NamedCode kind = item.kind();
        document.add(new StringField(KIND, kind == null ? NO_KIND : kind.code(), Field.Store.NO));
        count(document, item);
        try {
            return COUNTED.build(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void count(Document document, Item item) {
        count(document, Facet.DEPARTMENT.dimension(), item.department());
        item.applicants().stream().distinct().forEach(type -> count(document, Facet.APPLICANT.dimension(), type));
        count(document, Facet.DIVISION.dimension(), place(item));
        count(document, Facet.CASE_TYPE.dimension(), item.caseType());
        NamedCode kind = item.kind();
        count(document, Facet.KIND.dimension(), kind == null ? null : kind.code());
        item.basis().stream()
                .map(basis -> Law.cited(basis.law()).shortTitle())
                .distinct()
                .forEach(law -> count(document, LAW, law));
        item.basis().stream()
                .flatMap(basis -> articles(basis).stream())
                .distinct()
                .forEach(article -> count(document, ARTICLE, article));
    }

    private static List<String> articles(LegalBasis basis) {
        String article = basis.article();
        return article == null
                ? List.of()
                : Articles.cited(article).stream()
                        .map(number -> article(Law.cited(basis.law()).shortTitle(), number))
                        .toList();
    }

    /** {@code 户口登记条例#8}. */
    static String article(String law, int number) {
        return law + "#" + number;
    }

    private static void count(Document document, String dimension, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            document.add(new SortedSetDocValuesFacetField(dimension, value));
        }
    }

    private static void spell(Document document, Spelling spelling) {
        for (int from = 0; from < spelling.syllables().size(); from++) {
            for (String letters : List.of(spelling.letters(from), spelling.initials(from))) {
                String known = letters.substring(0, Math.min(MOST_LETTERS, letters.length()));
                document.add(new StringField(LETTERS, known, Field.Store.NO));
                if (from == 0) {
                    document.add(new StringField(LEAD, known, Field.Store.NO));
                }
            }
        }
    }

    private static void text(Document document, String field, String text) {
        document.add(new TextField(field + WORDS, text, Field.Store.NO));
        document.add(new TextField(field + PAIRS, text, Field.Store.NO));
    }

    /** The code of the division where it is good, {@link #EVERYWHERE}, or empty when nobody found the code. */
    static String place(Item item) {
        if (item.national()) {
            return EVERYWHERE;
        }
        return item.division() == null || item.division().code() == null
                ? ""
                : item.division().code();
    }
}
