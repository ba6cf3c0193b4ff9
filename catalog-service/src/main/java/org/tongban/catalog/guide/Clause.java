package org.tongban.catalog.guide;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One part of a condition: a question must have one of these answers.
 *
 * @param question its place among the questions of the inquiry
 */
record Clause(int question, Set<String> wanted) {
    Clause {
        wanted = Set.copyOf(wanted);
    }

    /** What the answers make of it. */
    enum State {
        OPEN,
        HIT,
        MISSED
    }

    State under(Map<Integer, List<String>> chosen) {
        List<String> values = chosen.get(question);
        if (values == null) {
            return State.OPEN;
        }
        return values.stream().anyMatch(wanted::contains) ? State.HIT : State.MISSED;
    }

    /** Whether some answer to this question misses it. */
    boolean canMiss(Question asked) {
        return asked.multi() || asked.options().stream().anyMatch(option -> !wanted.contains(option.value()));
    }
}
