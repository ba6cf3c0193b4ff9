package org.tongban.catalog.search;

import static org.tongban.catalog.search.ItemDocument.ALL;
import static org.tongban.catalog.search.ItemDocument.DEPARTMENT;
import static org.tongban.catalog.search.ItemDocument.MATERIALS;
import static org.tongban.catalog.search.ItemDocument.NAME;
import static org.tongban.catalog.search.ItemDocument.PAIRS;
import static org.tongban.catalog.search.ItemDocument.SOUND;
import static org.tongban.catalog.search.ItemDocument.WHOLE_NAME;
import static org.tongban.catalog.search.ItemDocument.WORDS;

import java.util.Collection;
import java.util.Locale;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.tongban.catalog.text.ChineseText;
import org.tongban.catalog.text.Spelling;

/** How one text asks the index: name over department over materials, and what sounds alike below them. */
final class TextQuery {
    private static final float WHOLE_NAME_WEIGHT = 30;
    private static final float NAME_WEIGHT = 6;
    private static final float DEPARTMENT_WEIGHT = 2;
    private static final float MATERIALS_WEIGHT = 1;
    private static final float SOUND_WEIGHT = 4;
    /** Of a query's pairs of characters so many must be found somewhere in the item. */
    private static final double SHARE_TO_FIND = 0.4;
    /** Or of its pairs of syllables so many in the name. */
    private static final double SHARE_TO_SOUND_ALIKE = 0.6;

    /** A longer text is looked for by its beginning. */
    private static final int MOST_TERMS = 40;

    private TextQuery() {}

    /** Finds what has enough of the text. */
    static Query of(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return Spelling.isLatin(small)
                ? either(terms(small, SHARE_TO_FIND, SHARE_TO_SOUND_ALIKE), LatinQuery.of(small))
                : terms(small, SHARE_TO_FIND, SHARE_TO_SOUND_ALIKE);
    }

    /** Finds what has anything of the text. */
    static Query near(String text) {
        return terms(text.toLowerCase(Locale.ROOT), 0, 0);
    }

    private static Query terms(String text, double share, double soundShare) {
        Collection<String> pairs = some(ChineseText.pairs(text));
        Collection<String> sounds = some(Spelling.of(text).pairs());

        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(either(share(ALL + PAIRS, pairs, share), share(SOUND, sounds, soundShare)), Occur.FILTER);
        query.add(
                new BoostQuery(new ConstantScoreQuery(term(WHOLE_NAME, ChineseText.plain(text))), WHOLE_NAME_WEIGHT),
                Occur.SHOULD);
        Collection<String> words = some(ChineseText.words(text));
        weigh(query, NAME + WORDS, NAME_WEIGHT, words);
        weigh(query, NAME + PAIRS, NAME_WEIGHT, pairs);
        weigh(query, DEPARTMENT + WORDS, DEPARTMENT_WEIGHT, words);
        weigh(query, DEPARTMENT + PAIRS, DEPARTMENT_WEIGHT, pairs);
        weigh(query, MATERIALS + PAIRS, MATERIALS_WEIGHT, pairs);
        sounds.forEach(sound ->
                query.add(new BoostQuery(new ConstantScoreQuery(term(SOUND, sound)), SOUND_WEIGHT), Occur.SHOULD));
        return query.build();
    }

    private static Collection<String> some(Collection<String> terms) {
        return terms.stream().limit(MOST_TERMS).toList();
    }

    private static Query share(String field, Collection<String> terms, double share) {
        BooleanQuery.Builder found = new BooleanQuery.Builder();
        terms.forEach(each -> found.add(term(field, each), Occur.SHOULD));
        found.setMinimumNumberShouldMatch(Math.max(1, (int) Math.round(terms.size() * share - 0.499)));
        return found.build();
    }

    private static void weigh(BooleanQuery.Builder query, String field, float weight, Collection<String> terms) {
        terms.forEach(each -> query.add(new BoostQuery(term(field, each), weight), Occur.SHOULD));
    }

    private static Query either(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, Occur.SHOULD)
                .add(other, Occur.SHOULD)
                .build();
    }

    static TermQuery term(String field, String text) {
        return new TermQuery(new Term(field, text));
    }
}
