package org.tongban.application.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a case ended.
 *
 * @param verdict null if it ended without a decision
 * @param results the documents a granted case gave
 * @param delivery null until it is delivered
 * @param because the case whose end took this one along; null if none did
 */
public record Ending(
        @Nullable Verdict verdict,
        List<Result> results,
        @Nullable Delivery delivery,
        @Nullable Integer because) {
    public Ending {
        results = List.copyOf(results);
    }

    static Ending decided(Verdict verdict, List<Result> results) {
        return new Ending(verdict, results, null, null);
    }

    static Ending because(int caseNo) {
        return new Ending(null, List.of(), null, caseNo);
    }

    Ending delivered(Delivery how) {
        return new Ending(verdict, results, how, because);
    }
}
