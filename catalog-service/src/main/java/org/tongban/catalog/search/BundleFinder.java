package org.tongban.catalog.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongban.catalog.bundle.Bundle;
import org.tongban.catalog.bundle.Matter;
import org.tongban.catalog.text.ChineseText;
import org.tongban.catalog.text.Spelling;
import org.tongban.catalog.wording.Understanding;

/** Finds the bundles that fit what somebody typed. */
final class BundleFinder {
    /** So many of the query's pairs of characters must be in the bundle's name or its matters. */
    private static final double SHARE_TO_FIT = 0.6;

    /** A bundle whose matters alone fit stands behind every bundle whose name or everyday words do. */
    private static final double MATTERS_ALONE = 0.5;

    private static final int SHORTEST_LETTERS = 3;

    private BundleFinder() {}

    /** The bundles that fit, best first; none without text. */
    static List<Bundle> find(List<Bundle> bundles, Understanding understood) {
        if (understood.readings().isEmpty()) {
            return List.of();
        }
        String text = understood.readings().get(0).text();
        Set<String> wanted = ChineseText.pairs(text);
        Map<Bundle, Double> fits = new HashMap<>();
        for (Bundle bundle : bundles) {
            double fit = Math.max(
                    understood.bundles().getOrDefault(bundle.key(), 0f),
                    Math.max(fit(wanted, bundle), spelled(text, bundle) ? 1 : 0));
            if (fit > 0) {
                fits.put(bundle, fit);
            }
        }
        return fits.keySet().stream()
                .sorted(Comparator.comparingDouble((Bundle bundle) -> -fits.getOrDefault(bundle, 0.0))
                        .thenComparing(Bundle::key))
                .toList();
    }

    private static double fit(Set<String> wanted, Bundle bundle) {
        String words =
                bundle.name() + bundle.matters().stream().map(Matter::name).collect(Collectors.joining("\n", "\n", ""));
        double whole = share(wanted, words);
        return whole >= SHARE_TO_FIT ? Math.max(share(wanted, bundle.name()), MATTERS_ALONE * whole) : 0;
    }

    private static boolean spelled(String text, Bundle bundle) {
        String letters = text.replaceAll("[ ']", "");
        Spelling name = Spelling.of(bundle.name());
        return Spelling.isLatin(text)
                && letters.length() >= SHORTEST_LETTERS
                && (name.letters(0).startsWith(letters) || name.initials(0).startsWith(letters));
    }

    private static double share(Set<String> wanted, String text) {
        if (wanted.isEmpty()) {
            return 0;
        }
        Set<String> there = ChineseText.pairs(text);
        return (double) wanted.stream().filter(there::contains).count() / wanted.size();
    }
}
