package org.tongban.catalog.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tongban.catalog.text.ChineseText;
import org.tongban.catalog.text.Spelling;
import org.tongban.catalog.wording.Reading;

/** Marks what was looked for in the texts of the hits. */
final class Marker {
    private static final int MOST_MATERIALS = 3;

    private final Set<String> terms = new HashSet<>();
    private final Set<String> letters = new HashSet<>();

    Marker(List<Reading> readings) {
        for (Reading reading : readings) {
            String text = reading.text().toLowerCase(Locale.ROOT);
            terms.addAll(ChineseText.pairs(text));
            if (Spelling.isLatin(text)) {
                letters.add(text.replaceAll("[ ']", ""));
            }
        }
    }

    /** The name; where nothing is in it, the department and the first materials that have something. */
    List<Highlight> mark(String name, String department, String materials) {
        if (terms.isEmpty()) {
            return List.of();
        }
        List<Highlight> marked = new ArrayList<>();
        add(marked, ItemDocument.NAME, name);
        if (marked.isEmpty()) {
            add(marked, ItemDocument.DEPARTMENT, department);
            for (String material : materials.split("\n", -1)) {
                if (marked.size() < MOST_MATERIALS) {
                    add(marked, ItemDocument.MATERIALS, material);
                }
            }
        }
        return marked;
    }

    private void add(List<Highlight> marked, String field, String text) {
        BitSet found = new BitSet(text.length());
        String small = text.toLowerCase(Locale.ROOT);
        if (small.length() == text.length()) {
            terms.forEach(term -> markAll(found, small, term));
            letters.forEach(wanted -> markSound(found, text, wanted));
        }
        if (!found.isEmpty()) {
            marked.add(new Highlight(field, text, spans(found)));
        }
    }

    private static void markAll(BitSet found, String text, String term) {
        for (int at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
            found.set(at, at + term.length());
        }
    }

    /** Syllables are as many as letters only where each is one Chinese character; elsewhere nothing is marked. */
    private static void markSound(BitSet found, String text, String wanted) {
        String plain = ChineseText.plain(text);
        Spelling spelling = Spelling.of(plain);
        if (spelling.syllables().size() != plain.length()) {
            return;
        }
        for (int from = 0; from < plain.length(); from++) {
            int syllables =
                    spelling.initials(from).startsWith(wanted) ? wanted.length() : whole(spelling, from, wanted);
            if (syllables > 0) {
                markAll(found, text, plain.substring(from, from + syllables));
                return;
            }
        }
    }

    private static int whole(Spelling spelling, int from, String wanted) {
        if (!spelling.letters(from).startsWith(wanted)) {
            return 0;
        }
        int letters = 0;
        int count = 0;
        while (letters < wanted.length()) {
            letters += spelling.syllables().get(from + count).length();
            count++;
        }
        return count;
    }

    private static List<Highlight.Span> spans(BitSet found) {
        List<Highlight.Span> spans = new ArrayList<>();
        for (int from = found.nextSetBit(0); from >= 0; from = found.nextSetBit(found.nextClearBit(from))) {
            spans.add(new Highlight.Span(from, found.nextClearBit(from)));
        }
        return spans;
    }
}
