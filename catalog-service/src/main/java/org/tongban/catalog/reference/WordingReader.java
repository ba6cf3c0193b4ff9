package org.tongban.catalog.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.item.Fields;
import org.tongban.catalog.wording.EverydayWord;
import org.tongban.catalog.wording.Phrasebook;
import org.tongban.catalog.wording.Saying;
import tools.jackson.databind.JsonNode;

/** Reads {@code wording.json}. */
final class WordingReader {
    private WordingReader() {}

    static Phrasebook read(JsonNode file) {
        List<EverydayWord> words = Entries.read(file, "words", WordingReader::word);
        List<Saying> sayings = Entries.read(file, "sayings", WordingReader::saying);
        return new Phrasebook(new Fields(file).texts("fillers"), words, sayings);
    }

    private static @Nullable EverydayWord word(Fields entry) {
        String word = entry.text("word");
        List<String> means = entry.texts("means");
        return word == null || means.isEmpty() ? null : new EverydayWord(word, means);
    }

    private static @Nullable Saying saying(Fields entry) {
        List<String> says = entry.texts("says");
        List<String> means = entry.texts("means");
        List<String> bundles = entry.texts("bundles");
        return says.isEmpty() || says.stream().anyMatch(String::isBlank) || (means.isEmpty() && bundles.isEmpty())
                ? null
                : new Saying(says, means, bundles);
    }
}
