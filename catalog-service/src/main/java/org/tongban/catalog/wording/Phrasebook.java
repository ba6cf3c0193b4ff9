package org.tongban.catalog.wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.tongban.catalog.text.ChineseText;

/** All everyday words that are known, and how a question is understood by them. */
public final class Phrasebook {
    public static final Phrasebook EMPTY = new Phrasebook(List.of(), List.of(), List.of());

    /** Below this a saying has nothing to do with the question. */
    private static final float LEAST_FIT = 0.6f;

    private static final int MOST_READINGS = 6;
    private static final float WORD_WEIGHT = 0.95f;
    /** The first of several official names is meant more often than the next. */
    private static final float LATER_MEANING = 0.9f;

    private final List<String> fillers;
    private final List<EverydayWord> words;
    private final List<Phrase> phrases;
    private final List<String> sayings;

    private record Fit(Saying saying, float fit) {}

    public Phrasebook(List<String> fillers, List<EverydayWord> words, List<Saying> sayings) {
        this.fillers = longestFirst(fillers, filler -> filler);
        this.words = longestFirst(words, EverydayWord::word);
        this.phrases = sayings.stream()
                .flatMap(saying -> saying.says().stream().map(says -> Phrase.of(says, saying)))
                .toList();
        this.sayings = sayings.stream()
                .flatMap(saying -> saying.says().stream())
                .distinct()
                .toList();
    }

    /** All everyday words of life events and items, for suggestions. */
    public List<String> sayings() {
        return sayings;
    }

    /** Reads a question, given in one form ({@link ChineseText#typed}). */
    public Understanding understand(String question) {
        if (question.isEmpty()) {
            return Understanding.NOTHING;
        }
        String asked = withoutFillers(question.toLowerCase(Locale.ROOT));
        Map<String, Float> readings = new LinkedHashMap<>();
        readings.put(asked, 1f);
        String official = official(asked);
        readings.putIfAbsent(official, WORD_WEIGHT);
        Map<String, Float> bundles = new HashMap<>();
        List<String> means = new ArrayList<>();
        for (Fit fit : fits(asked)) {
            fit.saying().bundles().forEach(bundle -> bundles.merge(bundle, fit.fit(), Math::max));
            float weight = fit.fit();
            for (String name : fit.saying().means()) {
                if (readings.size() < MOST_READINGS && readings.putIfAbsent(name, weight) == null) {
                    means.add(name);
                }
                weight *= LATER_MEANING;
            }
        }
        return new Understanding(
                readings.entrySet().stream()
                        .map(reading -> new Reading(reading.getKey(), reading.getValue()))
                        .toList(),
                means,
                bundles);
    }

    private List<Fit> fits(String asked) {
        String plain = Phrase.bare(asked);
        Set<String> pairs = ChineseText.pairs(plain);
        Map<Saying, Float> best = new LinkedHashMap<>();
        for (Phrase phrase : phrases) {
            float fit = phrase.fits(plain, pairs);
            if (fit >= LEAST_FIT) {
                best.merge(phrase.saying(), fit, Math::max);
            }
        }
        return best.entrySet().stream()
                .map(entry -> new Fit(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble((Fit fit) -> -fit.fit()))
                .toList();
    }

    /** What is asked about; the question itself when nothing else is left of it. */
    private String withoutFillers(String question) {
        String rest = question;
        for (String filler : fillers) {
            rest = rest.replace(filler, " ");
        }
        rest = rest.strip();
        return ChineseText.plain(rest).length() < 2 ? question : rest;
    }

    /** Each everyday word once in the place of the longest that stands there. */
    private String official(String asked) {
        String text = asked;
        for (EverydayWord word : words) {
            String means = word.means().get(0);
            if (text.contains(word.word()) && !text.contains(means)) {
                text = text.replace(word.word(), means);
            }
        }
        return text;
    }

    private static <T> List<T> longestFirst(List<T> all, Function<T, String> text) {
        return all.stream()
                .sorted(Comparator.comparingInt((T each) -> -text.apply(each).length()))
                .toList();
    }
}
