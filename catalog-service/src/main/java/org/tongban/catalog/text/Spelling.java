package org.tongban.catalog.text;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a text is typed in Latin letters; a run of letters or digits counts as one syllable.
 *
 * @param syllables {@code [jie, hun, deng, ji]}: pinyin without tones, ü as v
 */
public record Spelling(List<String> syllables) {
    private static final Pattern RUN = Pattern.compile("\\p{IsHan}+|[^\\p{IsHan}]+");
    private static final Pattern LATIN = Pattern.compile("[a-z0-9' ]*[a-z][a-z0-9' ]*");

    public Spelling {
        syllables = List.copyOf(syllables);
    }

    /** The reading of a text; what is neither letter nor digit is left out. */
    public static Spelling of(String text) {
        List<String> syllables = new ArrayList<>();
        Matcher runs = RUN.matcher(ChineseText.plain(text));
        while (runs.find()) {
            String run = runs.group();
            if (Character.isIdeographic(run.codePointAt(0))) {
                syllables.addAll(List.of(
                        PinyinHelper.toPinyin(run, PinyinStyleEnum.INPUT, " ").split(" ")));
            } else {
                syllables.add(run);
            }
        }
        return new Spelling(syllables);
    }

    /** Whether a small text may be pinyin or initials. */
    public static boolean isLatin(String text) {
        return LATIN.matcher(text).matches();
    }

    /** {@code jiehundengji} from the syllable of this number on. */
    public String letters(int from) {
        return String.join("", syllables.subList(from, syllables.size()));
    }

    /** {@code jhdj} from the syllable of this number on. */
    public String initials(int from) {
        StringBuilder initials = new StringBuilder();
        syllables.subList(from, syllables.size()).stream()
                .filter(syllable -> !syllable.isEmpty())
                .forEach(syllable -> initials.append(syllable.charAt(0)));
        return initials.toString();
    }

    /** Each two syllables that stand together: {@code jie hun}. */
    public List<String> pairs() {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < syllables.size(); i++) {
            pairs.add(syllables.get(i) + " " + syllables.get(i + 1));
        }
        return pairs;
    }
}
