package org.tongban.catalog.guide;

import java.util.List;
import java.util.Map;

/**
 * Something that hangs on answers: a line, a fee, a limit, a special procedure.
 *
 * @param clauses all must be hit; those that no answer can miss are left out
 */
record Effect(List<Clause> clauses) {
    Effect {
        clauses = List.copyOf(clauses);
    }

    boolean hangsOn(int question) {
        return clauses.stream().anyMatch(clause -> clause.question() == question);
    }

    /** Whether it is this question's turn: all that is asked before it is hit, and nothing has missed. */
    boolean asks(int question, Map<Integer, List<String>> chosen) {
        return hangsOn(question)
                && clauses.stream().allMatch(clause -> switch (clause.under(chosen)) {
                    case HIT -> true;
                    case MISSED -> false;
                    case OPEN -> clause.question() >= question;
                });
    }

    /** Whether the answers to what is asked before this question leave it a say. */
    boolean leavesOpen(int question, Map<Integer, List<String>> chosen) {
        return hangsOn(question)
                && clauses.stream()
                        .noneMatch(
                                clause -> clause.question() < question && clause.under(chosen) == Clause.State.MISSED);
    }
}
