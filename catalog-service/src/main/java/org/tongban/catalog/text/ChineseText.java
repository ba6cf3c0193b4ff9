package org.tongban.catalog.text;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Cuts Chinese text: into words, which misses names and new words, and into pairs of characters, which does not. */
public final class ChineseText {
    public static final Analyzer WORDS = new SmartChineseAnalyzer();
    public static final Analyzer PAIRS = new CJKAnalyzer();
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Z}]+");

    private ChineseText() {}

    public static Set<String> words(String text) {
        return terms(WORDS, text);
    }

    public static Set<String> pairs(String text) {
        return terms(PAIRS, text);
    }

    /** Letters and digits only, small: two spellings of one name are one. */
    public static String plain(String text) {
        return NEITHER_LETTER_NOR_DIGIT.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** What somebody typed in one form: half width, simplified, without what cannot be seen. */
    public static String typed(String text) {
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String visible = INVISIBLE.matcher(narrow).replaceAll(" ").strip();
        return visible.isEmpty() ? "" : ZhConverterUtil.toSimple(visible);
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
