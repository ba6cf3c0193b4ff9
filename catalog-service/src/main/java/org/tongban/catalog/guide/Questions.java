package org.tongban.catalog.guide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongban.catalog.item.Item;
import org.tongban.catalog.item.Situation;

/** All questions of the items of one inquiry, each once. */
public final class Questions {
    private final List<Question> questions = new ArrayList<>();
    private final Map<Asked, Question> byItem = new HashMap<>();

    /** An item's own question. */
    private record Asked(String item, String key) {}

    /** What makes two questions the same: wording and options, in whatever order. */
    private record Meaning(String ask, boolean multi, Set<Situation.Option> options) {
        static Meaning of(Situation situation) {
            return new Meaning(situation.ask(), situation.multi(), Set.copyOf(situation.options()));
        }
    }

    /**
     * Gathers the questions and gives each its key.
     *
     * @param items in the order of the inquiry
     */
    public Questions(List<Item> items) {
        Map<Meaning, List<Asked>> asked = new LinkedHashMap<>();
        Map<Meaning, Situation> wording = new HashMap<>();
        Map<String, Set<Meaning>> meanings = new HashMap<>();
        for (Item item : items) {
            for (Situation situation : item.situations()) {
                Meaning meaning = Meaning.of(situation);
                asked.computeIfAbsent(meaning, same -> new ArrayList<>()).add(new Asked(item.id(), situation.key()));
                wording.putIfAbsent(meaning, situation);
                meanings.computeIfAbsent(situation.key(), key -> new LinkedHashSet<>())
                        .add(meaning);
            }
        }
        asked.forEach((meaning, by) -> {
            Asked first = by.get(0);
            boolean plain = meanings.getOrDefault(first.key(), Set.of()).size() == 1
                    && !first.key().contains(".");
            Situation situation = wording.getOrDefault(meaning, new Situation("", "", false, List.of()));
            Question question = new Question(
                    plain ? first.key() : first.item() + "." + first.key(),
                    situation.ask(),
                    situation.multi(),
                    situation.options(),
                    by.stream().map(Asked::item).distinct().toList());
            questions.add(question);
            by.forEach(one -> byItem.put(one, question));
        });
    }

    public List<Question> all() {
        return List.copyOf(questions);
    }

    /** The question that an item asks under its own key; none if it asks no such thing. */
    Optional<Question> of(String item, String ownKey) {
        return Optional.ofNullable(byItem.get(new Asked(item, ownKey)));
    }
}
