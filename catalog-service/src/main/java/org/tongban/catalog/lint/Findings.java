package org.tongban.catalog.lint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tongban.catalog.item.Flag;
import org.tongban.catalog.item.Severity;

/** What the checks have found so far: of one rule the first places, then how many more there are. */
final class Findings {
    /** Whoever has mended so many looks again anyway. */
    static final int MOST_OF_ONE_RULE = 20;

    private static final int LONGEST_SENTENCE = 300;

    private final List<Flag> flags = new ArrayList<>();
    private final List<Flag> refusals = new ArrayList<>();
    private final Map<Rule, Integer> counts = new EnumMap<>(Rule.class);

    void add(Rule rule, String pointer, String zh, String en) {
        if (counts.merge(rule, 1, Integer::sum) <= MOST_OF_ONE_RULE) {
            (rule.severity() == null ? refusals : flags).add(flag(rule, pointer, zh, en));
        }
    }

    boolean has(Rule rule) {
        return counts.containsKey(rule);
    }

    List<Flag> flags() {
        return withTheRest(flags, false);
    }

    /** Why the guide cannot be taken at all; none when it can. */
    List<Flag> refusals() {
        return withTheRest(refusals, true);
    }

    boolean refuses() {
        return !refusals.isEmpty();
    }

    private List<Flag> withTheRest(List<Flag> first, boolean refusing) {
        List<Flag> all = new ArrayList<>(first);
        counts.forEach((rule, count) -> {
            int more = count - MOST_OF_ONE_RULE;
            if (more > 0 && (rule.severity() == null) == refusing) {
                all.add(flag(rule, "", "另有" + more + "处同类问题。", "And " + more + " more of the same."));
            }
        });
        return List.copyOf(all);
    }

    private static Flag flag(Rule rule, String pointer, String zh, String en) {
        Severity severity = rule.severity() == null ? Severity.ERROR : rule.severity();
        return new Flag(rule.code(), severity, pointer, cut(zh), cut(en));
    }

    /** What a guide says is quoted, and a guide may say much. */
    private static String cut(String sentence) {
        return sentence.length() <= LONGEST_SENTENCE ? sentence : sentence.substring(0, LONGEST_SENTENCE - 1) + "…";
    }
}
