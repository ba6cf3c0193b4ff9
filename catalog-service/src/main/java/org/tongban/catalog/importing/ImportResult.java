package org.tongban.catalog.importing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.item.Flag;
import org.tongban.catalog.item.Severity;
import org.tongban.platform.problem.Said;

/**
 * What came of one item, as it is answered.
 *
 * @param index its place in what was sent, from 0
 * @param result created, updated, unchanged or refused
 * @param version the published one; null when refused
 */
record ImportResult(
        int index,
        @Nullable String id,
        String result,
        @Nullable Integer version,
        boolean flagged,
        List<Remark> flags,
        List<Remark> reasons) {
    private static final String FLAGGED = "flagged";

    /** Something dirty or missing, in the caller's language. */
    record Remark(String code, Severity severity, String pointer, String detail) {
        static List<Remark> of(List<Flag> flags, Locale locale) {
            return flags.stream()
                    .map(flag -> new Remark(
                            flag.code(), flag.severity(), flag.pointer(), new Said(flag.zh(), flag.en()).in(locale)))
                    .toList();
        }
    }

    static ImportResult of(int index, Import.Outcome outcome, Locale locale) {
        return new ImportResult(
                index,
                outcome.id(),
                outcome.result(),
                outcome.version() > 0 ? outcome.version() : null,
                outcome.version() > 0 && !outcome.flags().isEmpty(),
                Remark.of(outcome.flags(), locale),
                Remark.of(outcome.reasons(), locale));
    }

    void countIn(Map<String, Integer> counts) {
        counts.merge(result, 1, Integer::sum);
        if (flagged) {
            counts.merge(FLAGGED, 1, Integer::sum);
        }
    }
}
