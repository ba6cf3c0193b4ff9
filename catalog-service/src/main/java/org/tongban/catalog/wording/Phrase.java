package org.tongban.catalog.wording;

import java.util.Set;
import org.tongban.catalog.text.ChineseText;

/** Everyday words of a saying, ready to be compared with a question. */
record Phrase(String plain, Set<String> pairs, Saying saying) {
    private static final float CONTAINED = 0.95f;
    private static final float BEGUN = 0.85f;
    private static final float SCATTERED = 0.9f;
    private static final double MOST_OF_IT = 0.75;

    static Phrase of(String says, Saying saying) {
        String plain = ChineseText.plain(says);
        return new Phrase(plain, ChineseText.pairs(plain), saying);
    }

    /** How well a question fits, 0 to 1. */
    float fits(String question, Set<String> questionPairs) {
        if (question.equals(plain)) {
            return 1;
        }
        if (question.contains(plain)) {
            return CONTAINED;
        }
        if (question.length() > 1 && plain.startsWith(question)) {
            return BEGUN;
        }
        long both = pairs.stream().filter(questionPairs::contains).count();
        float alike = 2f * both / (pairs.size() + questionPairs.size());
        boolean scattered = pairs.size() > 2 && both >= MOST_OF_IT * pairs.size();
        return scattered ? Math.max(alike, SCATTERED * both / pairs.size()) : alike;
    }
}
