package org.tongban.catalog.search;

import static org.tongban.catalog.search.ItemDocument.LEAD;
import static org.tongban.catalog.search.ItemDocument.LETTERS;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/** How Latin letters ask the index: as pinyin or initials of a name, from any of its syllables on. */
final class LatinQuery {
    private static final float WHOLE_WEIGHT = 40;
    private static final float LEAD_WEIGHT = 30;
    private static final float INSIDE_WEIGHT = 20;
    private static final float ONE_TYPO_WEIGHT = 10;
    private static final int SHORTEST = 2;
    /** Fewer letters with one of them wrong are anything. */
    private static final int SHORTEST_WITH_TYPO = 5;

    private static final int LONGEST_WITH_TYPO = 40;

    private LatinQuery() {}

    static Query of(String text) {
        String letters = text.replaceAll("[ ']", "");
        if (letters.length() < SHORTEST) {
            return new MatchNoDocsQuery("too short to be pinyin");
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        add(query, new ConstantScoreQuery(TextQuery.term(LETTERS, letters)), WHOLE_WEIGHT - INSIDE_WEIGHT);
        add(query, new PrefixQuery(new Term(LEAD, letters)), LEAD_WEIGHT - INSIDE_WEIGHT);
        add(query, new PrefixQuery(new Term(LETTERS, letters)), INSIDE_WEIGHT - ONE_TYPO_WEIGHT);
        add(query, withTypo(letters), ONE_TYPO_WEIGHT);
        return query.build();
    }

    private static Query withTypo(String letters) {
        Term term = new Term(LETTERS, letters);
        if (letters.length() < SHORTEST_WITH_TYPO || letters.length() > LONGEST_WITH_TYPO) {
            return new PrefixQuery(term);
        }
        Automaton wrongOnce = new LevenshteinAutomata(letters.substring(1), true).toAutomaton(1);
        Automaton begun = Operations.determinize(
                Operations.concatenate(
                        List.of(Automata.makeString(letters.substring(0, 1)), wrongOnce, Automata.makeAnyString())),
                Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
        return new AutomatonQuery(term, begun);
    }

    private static void add(BooleanQuery.Builder query, Query matches, float weight) {
        query.add(new BoostQuery(new ConstantScoreQuery(matches), weight), Occur.SHOULD);
    }
}
