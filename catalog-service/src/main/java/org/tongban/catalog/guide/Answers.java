package org.tongban.catalog.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tongban.catalog.item.Condition;
import org.tongban.catalog.item.Fee;
import org.tongban.catalog.item.Item;
import org.tongban.catalog.item.Limits;
import org.tongban.catalog.item.Material;
import org.tongban.catalog.item.Modes;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.Refusal;
import org.tongban.platform.problem.Said;

/** The answers of an inquiry, checked against its questions; decides about the guides' lines. */
public final class Answers {
    private final Questions questions;
    private final Effects effects;
    private final Map<Integer, List<String>> chosen = new TreeMap<>();

    /**
     * Checks what was answered.
     *
     * @param items as they are for this applicant in this division
     * @throws NotAllowed naming the pointer of every answer to no question, outside its options, or to a question that
     *     earlier answers have closed
     */
    public Answers(List<Item> items, Map<String, Given> given) {
        this.questions = new Questions(items);
        this.effects = new Effects(questions, items);
        List<Refusal.Fault> faults = new ArrayList<>();
        Map<String, Question> byKey = new LinkedHashMap<>();
        questions.all().forEach(question -> byKey.put(question.key(), question));
        given.forEach((key, answer) -> {
            Question question = byKey.get(key);
            if (question == null) {
                faults.add(fault(key, "“" + key + "”不是本次查询的问题。", "\"" + key + "\" is no question here."));
            } else {
                fault(question, answer).ifPresent(faults::add);
            }
        });
        if (!faults.isEmpty()) {
            throw new NotAllowed(faults);
        }
        List<Question> all = questions.all();
        for (int place = 0; place < all.size(); place++) {
            Question question = all.get(place);
            Given answer = given.get(question.key());
            if (answer != null && effects.isClosed(place, chosen)) {
                faults.add(fault(
                        question.key(),
                        "此前的回答使该问题不再适用，请去掉这个回答。",
                        "Earlier answers have closed this question; leave it out."));
            } else if (answer != null) {
                chosen.put(place, inOrderOfOptions(question, answer));
            }
        }
        if (!faults.isEmpty()) {
            throw new NotAllowed(faults);
        }
    }

    private Answers(Answers before, int place, List<String> values) {
        this.questions = before.questions;
        this.effects = before.effects;
        this.chosen.putAll(before.chosen);
        this.chosen.put(place, values);
    }

    /** The same with one of the open questions answered. */
    Answers with(Question question, List<String> values) {
        return new Answers(this, questions.all().indexOf(question), values);
    }

    /** What it costs to find out which question is next. */
    long cost() {
        return 1L + (long) questions.all().size() * effects.size();
    }

    /** The first question that is to be answered now. */
    Optional<Question> next() {
        List<Question> all = questions.all();
        return IntStream.range(0, all.size())
                .filter(place -> effects.isOpen(place, chosen))
                .mapToObj(all::get)
                .findFirst();
    }

    /** The questions that are to be answered now. */
    public List<Question> open() {
        return IntStream.range(0, questions.all().size())
                .filter(place -> effects.isOpen(place, chosen))
                .mapToObj(questions.all()::get)
                .toList();
    }

    /** Whether this fee is charged. */
    public boolean charges(Item item, Fee.Line line) {
        return because(item, line.when()).isPresent();
    }

    /** Every answer by its question's key: a text, or a list of texts for a multi question. */
    public Map<String, Object> asGiven() {
        Map<String, Object> all = new LinkedHashMap<>();
        chosen.forEach((place, values) -> {
            Question question = questions.all().get(place);
            all.put(question.key(), said(question, values));
        });
        return all;
    }

    /** The answers to the questions that this item asks. */
    public Map<String, Object> of(String item) {
        Map<String, Object> own = new LinkedHashMap<>();
        Map<String, Object> all = asGiven();
        for (Question question : questions.all()) {
            Object answer = all.get(question.key());
            if (answer != null && question.askedBy().contains(item)) {
                own.put(question.key(), answer);
            }
        }
        return own;
    }

    /**
     * Why a line is called.
     *
     * @return empty while an open answer can still remove it, and when an answer has done so
     */
    public Optional<Because> calls(Item item, Material material) {
        return because(item, material.when());
    }

    /** The guide as these answers leave it: the limits of the chosen mode, the special procedures, and the fees. */
    public Item settle(Item item) {
        Modes modes = item.modes();
        Limits limits = modes == null
                ? item.limits()
                : modes.limits().entrySet().stream()
                        .filter(mode -> because(item, Condition.of(modes.question(), mode.getKey()))
                                .isPresent())
                        .findFirst()
                        .map(Map.Entry::getValue)
                        .orElse(item.limits());
        Fee fee = item.fee();
        return item.settled(
                limits,
                item.procedures().stream()
                        .filter(procedure -> because(item, procedure.when()).isPresent())
                        .toList(),
                fee == null
                        ? null
                        : fee.with(fee.items().stream()
                                .filter(line -> charges(item, line))
                                .toList()));
    }

    private Optional<Because> because(Item item, Condition condition) {
        Optional<List<Clause>> clauses = questions.clauses(item, condition);
        if (clauses.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> why = new LinkedHashMap<>();
        for (Clause clause : clauses.get()) {
            Question question = questions.all().get(clause.question());
            switch (clause.under(chosen)) {
                case MISSED -> {
                    return Optional.empty();
                }
                case OPEN -> {
                    if (clause.canMiss(question)) {
                        return Optional.empty();
                    }
                }
                case HIT -> why.put(question.key(), said(question, hits(clause)));
            }
        }
        return Optional.of(new Because(why));
    }

    private List<String> hits(Clause clause) {
        return chosen.getOrDefault(clause.question(), List.of()).stream()
                .filter(clause.wanted()::contains)
                .toList();
    }

    private static Object said(Question question, List<String> values) {
        return question.multi() ? values : values.get(0);
    }

    private static List<String> inOrderOfOptions(Question question, Given answer) {
        return question.options().stream()
                .map(option -> option.value())
                .filter(answer.values()::contains)
                .toList();
    }

    private static Optional<Refusal.Fault> fault(Question question, Given answer) {
        if (answer.many() != question.multi()) {
            return Optional.of(
                    question.multi()
                            ? fault(question.key(), "该问题可多选，请给出数组。", "This question takes an array of values.")
                            : fault(
                                    question.key(),
                                    "该问题只能选一项，请给出一个值。",
                                    "This question takes one value, not an array."));
        }
        return answer.values().stream()
                .filter(value -> !question.hasOption(value))
                .findFirst()
                .map(value -> fault(
                        question.key(),
                        "“" + value + "”不在该问题的选项之中。",
                        "\"" + value + "\" is not among the options of this question."));
    }

    private static Refusal.Fault fault(String key, String zh, String en) {
        return new Refusal.Fault(Pointer.of("answers", key), new Said(zh, en));
    }
}
