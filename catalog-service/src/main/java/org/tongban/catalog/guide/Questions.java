package org.tongban.catalog.guide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tongban.catalog.item.Condition;
import org.tongban.catalog.item.Item;
import org.tongban.catalog.item.Situation;

/** All questions of the items of one inquiry, each once. */
public final class Questions {
    private final List<Question> questions;
    private final Map<Asked, Integer> byItem = new HashMap<>();
    private final Map<String, Map<String, Situation>> situations = new HashMap<>();
    /** Read once for each condition: many things hang on the same questions. */
    private final IdentityHashMap<Condition, Optional<List<Clause>>> clauses = new IdentityHashMap<>();

    private static final Situation NO_SITUATION = new Situation("", "", false, List.of(), Condition.ALWAYS);

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
                situations.computeIfAbsent(item.id(), id -> new HashMap<>()).putIfAbsent(situation.key(), situation);
            }
        }
        List<Question> gathered = new ArrayList<>();
        Map<Asked, Question> places = new HashMap<>();
        asked.forEach((meaning, by) -> {
            Asked first = by.get(0);
            boolean plain = meanings.getOrDefault(first.key(), Set.of()).size() == 1
                    && !first.key().contains(".");
            Situation situation = wording.getOrDefault(meaning, NO_SITUATION);
            Question question = new Question(
                    plain ? first.key() : first.item() + "." + first.key(),
                    situation.ask(),
                    situation.multi(),
                    situation.options(),
                    by.stream().map(Asked::item).distinct().toList());
            gathered.add(question);
            by.forEach(one -> places.put(one, question));
        });
        questions = inOrder(gathered, places);
        places.forEach((one, question) -> byItem.put(one, questions.indexOf(question)));
    }

    /** Each behind those after whose answers it is asked, else in the order of the inquiry. */
    private List<Question> inOrder(List<Question> gathered, Map<Asked, Question> places) {
        Map<Question, Set<Question>> before = new HashMap<>();
        places.forEach((asked, question) -> situation(asked.item(), asked.key())
                .ifPresent(situation -> situation.when().values().keySet().stream()
                        .map(key -> places.get(new Asked(asked.item(), key)))
                        .filter(Objects::nonNull)
                        .forEach(first -> before.computeIfAbsent(question, same -> new HashSet<>())
                                .add(first))));
        if (before.isEmpty()) {
            return List.copyOf(gathered);
        }
        Set<Question> left = new LinkedHashSet<>(gathered);
        List<Question> order = new ArrayList<>();
        while (!left.isEmpty()) {
            Question next = left.stream()
                    .filter(question ->
                            before.getOrDefault(question, Set.of()).stream().noneMatch(left::contains))
                    .findFirst()
                    .orElseGet(() -> left.iterator().next());
            left.remove(next);
            order.add(next);
        }
        return List.copyOf(order);
    }

    public List<Question> all() {
        return questions;
    }

    /**
     * The clauses of an item's condition and of the conditions under which its questions are asked.
     *
     * @return empty when it names a question that the item does not ask
     */
    Optional<List<Clause>> clauses(Item item, Condition condition) {
        List<Clause> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<Condition> open = new ArrayList<>(List.of(condition));
        while (!open.isEmpty()) {
            Condition next = open.remove(open.size() - 1);
            Optional<List<Clause>> own = clauses.computeIfAbsent(next, each -> own(item, each));
            if (own.isEmpty()) {
                return own;
            }
            all.addAll(own.get());
            next.values().keySet().stream()
                    .filter(seen::add)
                    .forEach(key -> situation(item.id(), key).ifPresent(situation -> open.add(situation.when())));
        }
        return Optional.of(all);
    }

    private Optional<List<Clause>> own(Item item, Condition condition) {
        List<Clause> own = new ArrayList<>();
        for (Map.Entry<String, List<String>> wanted : condition.values().entrySet()) {
            Integer place = byItem.get(new Asked(item.id(), wanted.getKey()));
            if (place == null) {
                return Optional.empty();
            }
            own.add(new Clause(place, Set.copyOf(wanted.getValue())));
        }
        return Optional.of(own);
    }

    /** The question that an item asks under its own key. */
    Optional<Integer> place(String item, String ownKey) {
        return Optional.ofNullable(byItem.get(new Asked(item, ownKey)));
    }

    private Optional<Situation> situation(String item, String key) {
        return Optional.ofNullable(situations.getOrDefault(item, Map.of()).get(key));
    }
}
