package org.tongban.catalog.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.bundle.Bundle;
import org.tongban.catalog.reference.RealReference;
import org.tongban.catalog.text.ChineseText;
import org.tongban.catalog.wording.Understanding;

/** The table of what citizens ask and what they should find, with its two halves. */
final class Questions {
    private Questions() {}

    /**
     * A question.
     *
     * @param half tuned, or untouched: nobody looks at it while working on the search
     * @param finds ids of items, and keys of bundles as {@code bundle:<key>}; any of them will do
     */
    record Question(String half, String text, @Nullable String division, List<String> finds) {

        /** Whether one of the first hits, items or bundles, is what should be found. */
        boolean isFound(ItemIndex index, int hits) {
            Understanding understood = RealReference.get().phrasebook().understand(ChineseText.typed(text));
            Stream<String> bundles = BundleFinder.find(RealReference.get().bundles(), understood).stream()
                    .limit(hits)
                    .map(Bundle::key)
                    .map(key -> "bundle:" + key);
            Stream<String> items = index
                    .search(new ItemQuery(understood.readings(), Filters.NONE.in(division), null, hits))
                    .items()
                    .stream()
                    .map(ItemSummary::id);
            return Stream.concat(bundles, items).anyMatch(finds::contains);
        }

        /** Whether it stands word for word among the everyday words. */
        boolean isSaying() {
            return RealReference.get().phrasebook().sayings().contains(text);
        }
    }

    static List<Question> of(String half) {
        try (InputStream table = Objects.requireNonNull(Questions.class.getResourceAsStream("/search/questions.csv"))) {
            List<Question> questions = new ArrayList<>();
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .filter(cells -> cells[0].equals(half))
                    .forEach(cells -> questions.add(new Question(
                            half, cells[1], cells[2].isEmpty() ? null : cells[2], List.of(cells[3].split("\\|")))));
            return questions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
