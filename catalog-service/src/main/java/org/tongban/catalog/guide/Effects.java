package org.tongban.catalog.guide;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tongban.catalog.item.Condition;
import org.tongban.catalog.item.Fee;
import org.tongban.catalog.item.Item;
import org.tongban.catalog.item.Material;
import org.tongban.catalog.item.Modes;
import org.tongban.catalog.item.Procedure;
import org.tongban.catalog.item.Situation;

/**
 * What hangs on the questions of an inquiry, and so which of them still matter.
 *
 * <p>Questions are asked in their order. One is open while something that can still come about hangs on it and all
 * earlier questions that this thing hangs on are answered; so whoever answers what is open is never told that an answer
 * was not wanted.
 */
final class Effects {
    /** Its value says that the applicant commits himself (告知承诺): the bag asks for it, whatever the lines do. */
    private static final String COMMIT = "commit";

    private final List<Question> questions;
    private final List<Effect> effects = new ArrayList<>();

    Effects(Questions questions, List<Item> items) {
        this.questions = questions.all();
        for (Item item : items) {
            conditions(item)
                    .map(condition -> questions.clauses(item, condition))
                    .flatMap(Optional::stream)
                    .map(this::withoutIdle)
                    .filter(effect -> !effect.clauses().isEmpty())
                    .distinct()
                    .forEach(effects::add);
        }
    }

    /** The conditions of all that an item's answers decide. */
    static Stream<Condition> conditions(Item item) {
        Fee fee = item.fee();
        Modes modes = item.modes();
        return Stream.of(
                        item.materials().stream().map(Material::when),
                        fee == null
                                ? Stream.<Condition>empty()
                                : fee.items().stream().map(Fee.Line::when),
                        item.procedures().stream().map(Procedure::when),
                        modes == null
                                ? Stream.<Condition>empty()
                                : modes.limits().keySet().stream().map(mode -> Condition.of(modes.question(), mode)),
                        item.situations().stream()
                                .filter(Effects::offersCommitment)
                                .map(situation -> Condition.of(situation.key(), COMMIT)))
                .flatMap(each -> each);
    }

    private static boolean offersCommitment(Situation situation) {
        return situation.options().stream().anyMatch(option -> option.value().equals(COMMIT));
    }

    private Effect withoutIdle(List<Clause> clauses) {
        Set<Clause> seen = new HashSet<>();
        return new Effect(clauses.stream()
                .filter(clause -> clause.canMiss(questions.get(clause.question())) && seen.add(clause))
                .toList());
    }

    boolean isOpen(int question, Map<Integer, List<String>> chosen) {
        return !chosen.containsKey(question) && effects.stream().anyMatch(effect -> effect.asks(question, chosen));
    }

    /** Whether answers to earlier questions have settled that nothing hangs on this one; what nothing hangs on at all is not closed. */
    boolean isClosed(int question, Map<Integer, List<String>> chosen) {
        List<Effect> own =
                effects.stream().filter(effect -> effect.hangsOn(question)).toList();
        return !own.isEmpty() && own.stream().noneMatch(effect -> effect.leavesOpen(question, chosen));
    }

    boolean hangOn(int question) {
        return effects.stream().anyMatch(effect -> effect.hangsOn(question));
    }

    /** For each effect that hangs on a question, what must be answered before it is asked. */
    Stream<List<Clause>> before(int question) {
        return effects.stream()
                .filter(effect -> effect.hangsOn(question))
                .map(effect -> effect.clauses().stream()
                        .filter(clause -> clause.question() < question)
                        .toList());
    }

    /** The effects that an answer does not rule out, of those that hang on its question; by their numbers. */
    BitSet calledBy(int question, String value) {
        BitSet called = new BitSet(effects.size());
        for (int i = 0; i < effects.size(); i++) {
            List<Clause> own = effects.get(i).clauses().stream()
                    .filter(clause -> clause.question() == question)
                    .toList();
            called.set(
                    i,
                    !own.isEmpty()
                            && own.stream().allMatch(clause -> clause.wanted().contains(value)));
        }
        return called;
    }

    /** What it costs to look at all of them once: the number of their parts. */
    int size() {
        return effects.stream().mapToInt(effect -> effect.clauses().size()).sum();
    }
}
