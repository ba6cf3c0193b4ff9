package org.tongban.catalog.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private volatile Spelled spelled = new Spelled(Reference.EMPTY, List.of());

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

    private record Entry(Suggestion suggestion, String plain, String letters, String initials) {
        static Entry of(String text, Type type, @Nullable String bundle) {
            Spelling spelling = Spelling.of(text);
            return new Entry(
                    new Suggestion(text, type, bundle),
                    ChineseText.plain(text),
                    spelling.letters(0),
                    spelling.initials(0));
        }

        boolean begins(String typed) {
            return plain.startsWith(typed) || letters.startsWith(typed) || initials.startsWith(typed);
        }
    }

    /** The entries of the reference data, spelled once for as long as it stands. */
    private record Spelled(Reference reference, List<Entry> entries) {}

    List<Suggestion> suggest(String q, @Nullable String division, int limit) {
        String typed = ChineseText.typed(q).toLowerCase(Locale.ROOT);
        String plain = ChineseText.plain(typed);
        if (plain.isEmpty()) {
            return List.of();
        }
        Map<String, Suggestion> suggestions = new LinkedHashMap<>();
        List<Suggestion> departments = index.departments().keySet().stream()
                .filter(name -> name.startsWith(plain))
                .map(name -> new Suggestion(name, Type.DEPARTMENT, null))
                .toList();
        List<Suggestion> sayings = entries().stream()
                .filter(entry -> entry.begins(plain))
                .map(Entry::suggestion)
                .toList();
        List<Suggestion> names = index.names(plain, division, limit).stream()
                .map(name -> new Suggestion(name, Type.ITEM, null))
                .toList();
        int before = Math.min(sayings.size(), Math.max(1, limit / SHARE_OF_NAMES));
        Stream.of(sayings.subList(0, before), departments, names, sayings)
                .flatMap(List::stream)
                .forEach(each -> suggestions.putIfAbsent(each.text(), each));
        return suggestions.values().stream().limit(limit).toList();
    }

    private List<Entry> entries() {
        Reference now = references.get();
        Spelled known = spelled;
        if (!known.reference().equals(now)) {
            List<Entry> entries = new ArrayList<>();
            for (Bundle bundle : now.bundles()) {
                entries.add(Entry.of(bundle.name(), Type.BUNDLE, bundle.key()));
            }
            now.phrasebook().sayings().forEach(saying -> entries.add(Entry.of(saying, Type.SAYING, null)));
            known = new Spelled(now, entries);
            spelled = known;
        }
        return known.entries();
    }
}
