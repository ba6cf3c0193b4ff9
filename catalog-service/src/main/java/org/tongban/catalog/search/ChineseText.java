package org.tongban.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Cuts Chinese text: into words, which misses names and new words, and into pairs of characters, which does not. */
final class ChineseText {
    static final Analyzer WORDS = new SmartChineseAnalyzer();
    static final Analyzer PAIRS = new CJKAnalyzer();

    private ChineseText() {}

    static Set<String> words(String text) {
        return terms(WORDS, text);
    }

    static Set<String> pairs(String text) {
        return terms(PAIRS, text);
    }

    /** Letters and digits only, small: two spellings of one name are one. */
    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Set<String> terms(Analyzer analyzer, String text) {
        Set<String> terms = new LinkedHashSet<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
