package org.tongban.catalog.lint;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import org.tongban.catalog.RealData;
import org.tongban.catalog.reference.RealReference;
import tools.jackson.databind.JsonNode;

/**
 * How long all real items take to be linted, every path of answers of each: the first time, when nothing is compiled and
 * all paths are proved, and again.
 */
final class LintBench {
    private static final int LATER_PASSES = 15;

    private LintBench() {}

    public static void main(String[] arguments) {
        Collection<JsonNode> guides = RealData.gsi().values();
        GuideLint lint = new GuideLint(RealReference.get(), RealData.ids()::contains);
        double first = seconds(lint, guides);
        double[] later = new double[LATER_PASSES];
        for (int pass = 0; pass < LATER_PASSES; pass++) {
            later[pass] = seconds(lint, guides);
        }
        Arrays.sort(later);
        System.out.printf(
                Locale.ROOT,
                "lint    %d items: first pass %.2f s, median of %d later passes %.3f s, slowest %.3f s%n",
                guides.size(),
                first,
                LATER_PASSES,
                later[LATER_PASSES / 2],
                later[LATER_PASSES - 1]);
    }

    private static double seconds(GuideLint lint, Collection<JsonNode> guides) {
        long begin = System.nanoTime();
        int found = 0;
        for (JsonNode guide : guides) {
            found += lint.lint(guide).findings().size();
        }
        if (found == 0) {
            throw new IllegalStateException("a lint that finds nothing in real items does not look");
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
