package org.tongban.catalog.wording;

import java.util.Set;
import java.util.regex.Pattern;
import org.tongban.catalog.text.ChineseText;

/** Everyday words of a saying, ready to be compared with a question. */
record Phrase(String plain, Set<String> pairs, Saying saying) {
    private static final float CONTAINED = 0.95f;
    private static final float BEGUN = 0.85f;
    private static final float SCATTERED = 0.9f;
    private static final int SHORTEST_SCATTERED = 3;

    private static final Pattern PARTICLES = Pattern.compile("[了的吗呢吧啊]");

    static Phrase of(String says, Saying saying) {
        String plain = bare(says);
        return new Phrase(plain, ChineseText.pairs(plain), saying);
    }

    /** Without the particles that people put in or leave out. */
    static String bare(String text) {
        return PARTICLES.matcher(ChineseText.plain(text)).replaceAll("");
    }

    /** How well a question without particles fits, 0 to 1. */
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
        return isScattered(question) ? Math.max(alike, SCATTERED) : alike;
    }

    /** Whether all of it is in the question in this order, with something in between: 身份证不小心丢了. */
    private boolean isScattered(String question) {
        if (plain.length() < SHORTEST_SCATTERED || question.length() > 2 * plain.length()) {
            return false;
        }
        int at = -1;
        for (int i = 0; i < plain.length(); i++) {
            at = question.indexOf(plain.charAt(i), at + 1);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }
}
