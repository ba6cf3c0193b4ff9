package org.tongban.catalog.guide;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongban.catalog.item.Item;
import org.tongban.catalog.item.Material;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.Refusal;
import org.tongban.platform.problem.Said;

/** The answers of an inquiry, checked against its questions; decides about the guides' lines. */
public final class Answers {
    private final Questions questions;
    private final Map<String, List<String>> chosen = new LinkedHashMap<>();

    /**
     * Checks what was answered.
     *
     * @throws NotAllowed naming the pointer of every answer to no question or outside its options
     */
    public Answers(Questions questions, Map<String, Given> given) {
        this.questions = questions;
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
        for (Question question : questions.all()) {
            Given answer = given.get(question.key());
            if (answer != null) {
                chosen.put(question.key(), inOrderOfOptions(question, answer));
            }
        }
    }

    /** The questions without an answer. */
    public List<Question> open() {
        return questions.all().stream()
                .filter(question -> !chosen.containsKey(question.key()))
                .toList();
    }

    /** Every answer by its question's key: a text, or a list of texts for a multi question. */
    public Map<String, Object> asGiven() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Question question : questions.all()) {
            List<String> values = chosen.get(question.key());
            if (values != null) {
                all.put(question.key(), question.multi() ? values : values.get(0));
            }
        }
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
        Map<String, Object> why = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> wanted : material.when().values().entrySet()) {
            Optional<Question> question = questions.of(item.id(), wanted.getKey());
            if (question.isEmpty()) {
                return Optional.empty();
            }
            List<String> values = chosen.get(question.get().key());
            if (values == null) {
                if (canMiss(question.get(), wanted.getValue())) {
                    return Optional.empty();
                }
                continue;
            }
            List<String> hits =
                    values.stream().filter(wanted.getValue()::contains).toList();
            if (hits.isEmpty()) {
                return Optional.empty();
            }
            why.put(question.get().key(), question.get().multi() ? hits : hits.get(0));
        }
        return Optional.of(new Because(why));
    }

    private static boolean canMiss(Question question, Collection<String> wanted) {
        return question.multi() || question.options().stream().anyMatch(option -> !wanted.contains(option.value()));
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
