package org.tongban.catalog.search;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.bundle.Bundle;
import org.tongban.catalog.reference.Reference;
import org.tongban.catalog.text.ChineseText;
import org.tongban.catalog.text.Spelling;

/** What somebody may be about to type: bundles, life events, departments, then the names of items. */
final class Suggestions {
    /** Of the places so many are kept for the names of items. */
    private static final int SHARE_OF_NAMES = 2;

    private final ItemIndex index;
    private final Supplier<Reference> references;
    /**
     * As many looks at a time as processors, in the order in which they came: more would share the processors in time
     * slices, and each would last as long as all of them together.
     */
    private final Semaphore looks = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private volatile Beginnings beginnings = Beginnings.of(Reference.EMPTY);

    Suggestions(ItemIndex index, Supplier<Reference> references) {
        this.index = index;
        this.references = references;
    }

    /** What a suggestion names. */
    enum Type {
        BUNDLE,
        SAYING,
        DEPARTMENT,
        ITEM
    }

    /**
     * One suggestion.
     *
     * @param bundle the key, when it names a bundle
     */
    record Suggestion(String text, Type type, @Nullable String bundle) {}

    /** What the reference data suggest for each beginning in characters, pinyin and initials, for as long as they stand. */
    private record Beginnings(Reference reference, Map<String, List<Suggestion>> suggested) {
        static Beginnings of(Reference reference) {
            Map<String, Set<Suggestion>> suggested = new HashMap<>();
            for (Bundle bundle : reference.bundles()) {
                add(suggested, new Suggestion(bundle.name(), Type.BUNDLE, bundle.key()));
            }
            reference
                    .phrasebook()
                    .sayings()
                    .forEach(saying -> add(suggested, new Suggestion(saying, Type.SAYING, null)));
            Map<String, List<Suggestion>> lists = new HashMap<>();
            suggested.forEach((beginning, suggestions) -> lists.put(beginning, List.copyOf(suggestions)));
            return new Beginnings(reference, lists);
        }

        private static void add(Map<String, Set<Suggestion>> suggested, Suggestion suggestion) {
            Spelling spelling = Spelling.of(suggestion.text());
            for (String form :
                    List.of(ChineseText.plain(suggestion.text()), spelling.letters(0), spelling.initials(0))) {
                for (int length = 1; length <= form.length(); length++) {
                    suggested
                            .computeIfAbsent(form.substring(0, length), key -> new LinkedHashSet<>())
                            .add(suggestion);
                }
            }
        }

        List<Suggestion> of(String typed) {
            return suggested.getOrDefault(typed, List.of());
        }
    }

    List<Suggestion> suggest(String q, @Nullable String division, int limit) {
        String plain = ChineseText.plain(ChineseText.typed(q));
        if (plain.isEmpty()) {
            return List.of();
        }
        looks.acquireUninterruptibly();
        try {
            return look(plain, division, limit);
        } finally {
            looks.release();
        }
    }

    private List<Suggestion> look(String plain, @Nullable String division, int limit) {
        Map<String, Suggestion> suggestions = new LinkedHashMap<>();
        List<Suggestion> departments = index.departments().keySet().stream()
                .filter(name -> name.startsWith(plain))
                .map(name -> new Suggestion(name, Type.DEPARTMENT, null))
                .toList();
        List<Suggestion> sayings = beginnings().of(plain);
        List<Suggestion> names = index.names(plain, division, limit).stream()
                .map(name -> new Suggestion(name, Type.ITEM, null))
                .toList();
        int before = Math.min(sayings.size(), Math.max(1, limit / SHARE_OF_NAMES));
        Stream.of(sayings.subList(0, before), departments, names, sayings)
                .flatMap(List::stream)
                .forEach(each -> suggestions.putIfAbsent(each.text(), each));
        return suggestions.values().stream().limit(limit).toList();
    }

    private Beginnings beginnings() {
        Reference now = references.get();
        Beginnings known = beginnings;
        if (!known.reference().equals(now)) {
            known = Beginnings.of(now);
            beginnings = known;
        }
        return known;
    }
}
