package org.tongban.application.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.application.clock.Limit;
import org.tongban.application.clock.Limits;
import org.tongban.application.clock.Procedure;
import org.tongban.application.clock.Term;
import org.tongban.application.clock.Unit;
import org.tongban.application.intake.Matter;
import org.tongban.application.intake.ResultKind;

/**
 * An item of the list: one case when the bag is submitted. What its guide does not state is null.
 *
 * @param item {@code mr-food-operation-new}
 * @param department as the items spell it, 市场监管
 * @param kind GB/T 39046 table A.1
 * @param caseType 即办件, 承诺件, …
 * @param after the items of this list it waits for
 * @param result the name of what it issues
 * @param resultKinds the documents that its result is
 * @param windows the windows that take it
 * @param specialProcedures those whose time is no part of the limit
 */
public record Item(
        String item,
        int version,
        String name,
        String department,
        @Nullable Kind kind,
        @Nullable String caseType,
        List<String> after,
        @Nullable Stated limits,
        @Nullable String result,
        List<ResultKind> resultKinds,
        List<Matter.Window> windows,
        List<Special> specialProcedures) {
    /** Beyond any hall's: a list names those of all halls of its division. */
    private static final int MOST_WINDOWS = 500;

    public Item {
        after = after == null ? List.of() : List.copyOf(after);
        resultKinds = resultKinds == null ? List.of() : List.copyOf(resultKinds);
        windows = windows == null
                ? List.of()
                : windows.stream().limit(MOST_WINDOWS).toList();
        specialProcedures = specialProcedures == null ? List.of() : List.copyOf(specialProcedures);
    }

    /** What sort of service it is: {@code 01} is 行政许可. */
    public record Kind(String code) {}

    /** How long it may take, as its guide states it. */
    public record Stated(
            @Nullable Time statutory,
            @Nullable Time promised,
            @Nullable Time extension) {}

    /**
     * A number of units.
     *
     * @param unit 工作日, 日, 天, 自然日, 当日, 当场, 即时, 小时, 月 or 年
     * @param otherwise what counts where it cannot be done on the spot
     */
    public record Time(
            @Nullable BigDecimal n,
            @Nullable String unit,
            @Nullable String basis,
            @Nullable Time otherwise) {}

    /** @param n how long it takes; null where the guide does not say */
    public record Special(
            String name, @Nullable BigDecimal n, @Nullable String unit) {
        private Procedure procedure() {
            return new Procedure(
                    name,
                    n == null || unit == null
                            ? null
                            : term(new Time(n, unit, null, null))
                                    .filter(term -> term.unit().isLength())
                                    .orElse(null));
        }
    }

    /** This item as its case needs it. */
    public Matter matter() {
        return new Matter(
                item,
                version,
                name,
                department,
                kind == null ? null : kind.code(),
                caseType,
                after,
                limits == null
                        ? Limits.NOT_STATED
                        : new Limits(limit(limits.statutory()), limit(limits.promised()), limit(limits.extension())),
                result,
                resultKinds,
                windows,
                specialProcedures.stream().map(Special::procedure).toList());
    }

    private static @Nullable Limit limit(@Nullable Time stated) {
        if (stated == null) {
            return null;
        }
        return term(stated)
                .map(term -> new Limit(
                        term,
                        stated.basis(),
                        stated.otherwise() == null
                                ? null
                                : term(stated.otherwise()).orElse(null)))
                .orElse(null);
    }

    /** Half a day is given as a whole one; a word that nobody knows states no limit. */
    private static Optional<Term> term(Time stated) {
        if (stated.n() == null || stated.unit() == null) {
            return Optional.empty();
        }
        int n = stated.n().setScale(0, RoundingMode.CEILING).intValue();
        return Unit.ofWord(stated.unit()).map(unit -> new Term(n, unit));
    }
}
