package org.tongban.catalog.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.guide.Pointer;
import org.tongban.catalog.item.ApplicantType;
import org.tongban.catalog.item.Condition;
import org.tongban.catalog.item.Fields;
import org.tongban.catalog.reference.Reference;
import tools.jackson.databind.JsonNode;

/** Conditions: can each be read, does it name what there is, and can anybody fulfil it. */
final class ConditionCheck {
    private final Guide guide;
    private final Findings findings;
    private final Map<String, Set<String>> options = new HashMap<>();

    ConditionCheck(Guide guide, Findings findings) {
        this.guide = guide;
        this.findings = findings;
        guide.item().situations().forEach(situation -> {
            Set<String> values = options.computeIfAbsent(situation.key(), key -> new HashSet<>());
            situation.options().forEach(option -> values.add(option.value()));
        });
    }

    /**
     * Checks the condition of one thing.
     *
     * @param read the same as it was read
     * @param pointer to the thing
     */
    void check(@Nullable JsonNode when, Condition read, String pointer) {
        if (when == null) {
            return;
        }
        String at = pointer + "/when";
        if (!when.isObject()) {
            unreadable(at);
            return;
        }
        boolean known = true;
        for (String key : Set.copyOf(when.propertyNames())) {
            JsonNode values = when.get(key);
            if (!values.isArray()
                    || values.isEmpty()
                    || new Fields(when).texts(key).size() != values.size()) {
                unreadable(at + Pointer.of(key));
                known = false;
            } else if (!allKnown(key, new Fields(when).texts(key))) {
                findings.add(
                        Rule.CONDITION_UNKNOWN,
                        at + Pointer.of(key),
                        "条件所指的情形或选项不存在。",
                        "The condition names a question or option that does not exist.");
                known = false;
            }
        }
        if (known && !guide.consequences().canHold(read)) {
            findings.add(
                    Rule.CONDITION_CONTRADICTORY,
                    at,
                    "条件自相矛盾，任何回答都不能满足。",
                    "The condition contradicts itself: no answers fulfil it.");
        }
    }

    private boolean allKnown(String key, Iterable<String> values) {
        Reference reference = guide.reference();
        for (String value : values) {
            boolean known = switch (key) {
                case Condition.APPLICANT -> ApplicantType.of(value).isPresent();
                case Condition.DIVISION -> reference.divisions().find(value).isPresent();
                default -> options.getOrDefault(key, Set.of()).contains(value);
            };
            if (!known) {
                return false;
            }
        }
        return true;
    }

    private void unreadable(String pointer) {
        findings.add(
                Rule.CONDITION_UNREADABLE,
                pointer,
                "条件须写明问题及其选项的数组。",
                "A condition names questions, each with an array of its options.");
    }
}
