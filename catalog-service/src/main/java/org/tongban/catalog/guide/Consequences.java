package org.tongban.catalog.guide;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongban.catalog.item.Condition;
import org.tongban.catalog.item.Item;
import org.tongban.platform.security.Divisions;

/**
 * What the answers to one guide's questions can bring about; decided from the conditions, without trying paths.
 *
 * <p>A condition is an AND over questions of any-of, so whether several can hold at once is decided question by
 * question, exactly.
 */
public final class Consequences {
    private final Item item;
    private final Questions questions;
    private final Effects effects;

    public Consequences(Item item) {
        this.item = item;
        this.questions = new Questions(List.of(item));
        this.effects = new Effects(questions, List.of(item));
    }

    /** Whether some applicant can give answers that fulfil all of these. */
    public boolean canHold(Condition... together) {
        Map<Integer, List<Set<String>>> wanted = new HashMap<>();
        for (Condition condition : together) {
            Optional<List<Clause>> clauses = questions.clauses(item, condition);
            if (clauses.isEmpty()) {
                return false;
            }
            clauses.get()
                    .forEach(clause -> wanted.computeIfAbsent(clause.question(), key -> new ArrayList<>())
                            .add(clause.wanted()));
        }
        return wanted.entrySet().stream()
                        .allMatch(each -> canAnswer(questions.all().get(each.getKey()), each.getValue()))
                && hasApplicant(together)
                && hasPlace(together);
    }

    /** Whether anything hangs on the answer to a question. */
    public boolean matters(String ownKey) {
        return effects.hangOn(place(ownKey));
    }

    /** Whether some answers lead to a question. */
    public boolean canBeAsked(String ownKey) {
        int place = place(ownKey);
        return effects.before(place)
                .anyMatch(clauses -> clauses.stream()
                        .collect(Collectors.groupingBy(
                                Clause::question, Collectors.mapping(Clause::wanted, Collectors.toList())))
                        .entrySet()
                        .stream()
                        .allMatch(each -> canAnswer(questions.all().get(each.getKey()), each.getValue())));
    }

    /** For the options of a question with which everything comes out the same as with an earlier one: that one. */
    public Map<String, String> sameAsAnEarlier(String ownKey) {
        int place = place(ownKey);
        Map<BitSet, String> firsts = new HashMap<>();
        Map<String, String> same = new HashMap<>();
        for (var option : questions.all().get(place).options()) {
            String first = firsts.putIfAbsent(effects.calledBy(place, option.value()), option.value());
            if (first != null && !first.equals(option.value())) {
                same.putIfAbsent(option.value(), first);
            }
        }
        return same;
    }

    private int place(String ownKey) {
        return questions.place(item.id(), ownKey).orElseThrow();
    }

    private static boolean canAnswer(Question question, List<Set<String>> wanted) {
        Set<String> options =
                question.options().stream().map(option -> option.value()).collect(Collectors.toSet());
        if (question.multi()) {
            return wanted.stream().allMatch(set -> set.stream().anyMatch(options::contains));
        }
        wanted.forEach(options::retainAll);
        return !options.isEmpty();
    }

    private boolean hasApplicant(Condition... together) {
        Set<String> applicants = new HashSet<>(item.applicants());
        stated(Condition.APPLICANT, together).forEach(applicants::retainAll);
        return !applicants.isEmpty() || stated(Condition.APPLICANT, together).isEmpty();
    }

    private boolean hasPlace(Condition... together) {
        List<List<String>> places = new ArrayList<>(stated(Condition.DIVISION, together));
        if (!item.national() && item.division() != null && item.division().code() != null) {
            places.add(List.of(item.division().code()));
        }
        return places.stream().allMatch(some -> places.stream().allMatch(others -> meet(some, others)));
    }

    private static boolean meet(List<String> some, List<String> others) {
        return some.stream()
                .anyMatch(one ->
                        others.stream().anyMatch(other -> Divisions.holds(one, other) || Divisions.holds(other, one)));
    }

    private static List<List<String>> stated(String circumstance, Condition... together) {
        return List.of(together).stream()
                .map(condition -> condition.circumstances().get(circumstance))
                .filter(Objects::nonNull)
                .toList();
    }
}
