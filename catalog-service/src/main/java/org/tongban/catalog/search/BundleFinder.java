package org.tongban.catalog.search;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.bundle.Bundle;
import org.tongban.catalog.bundle.Matter;

/** Finds the bundles that fit what somebody typed. */
public final class BundleFinder {
    /** So many of the query's pairs of characters must be in the bundle's name or its matters. */
    private static final double SHARE_TO_FIT = 0.6;

    private BundleFinder() {}

    /** The bundles that fit, best first; none without text. */
    public static List<Bundle> find(List<Bundle> bundles, @Nullable String text) {
        if (text == null || ChineseText.plain(text).isEmpty()) {
            return List.of();
        }
        Set<String> wanted = ChineseText.pairs(text);
        return bundles.stream()
                .filter(bundle -> share(wanted, words(bundle)) >= SHARE_TO_FIT)
                .sorted(Comparator.comparingDouble((Bundle bundle) -> -share(wanted, bundle.name()))
                        .thenComparing(Bundle::key))
                .toList();
    }

    private static String words(Bundle bundle) {
        return bundle.name() + bundle.matters().stream().map(Matter::name).collect(Collectors.joining("\n", "\n", ""));
    }

    private static double share(Set<String> wanted, String text) {
        if (wanted.isEmpty()) {
            return 0;
        }
        Set<String> there = ChineseText.pairs(text);
        return (double) wanted.stream().filter(there::contains).count() / wanted.size();
    }
}
