package org.tongban.application.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
     * @param byStage the limits of its stages by their names, where the guide parts it
     */
    public record Time(
            @Nullable BigDecimal n,
            @Nullable String unit,
            @Nullable String basis,
            @Nullable Time otherwise,
            @Nullable Map<String, Stage> byStage) {}

    /**
     * The limit of one stage.
     *
     * @param from the stage at whose end it begins; null for the beginning
     */
    public record Stage(
            @Nullable BigDecimal n,
            @Nullable String unit,
            @Nullable String from) {
        private Optional<Term> term() {
            return Item.term(n, unit);
        }
    }

    /** @param n how long it takes; null where the guide does not say */
    public record Special(
            String name, @Nullable BigDecimal n, @Nullable String unit) {
        private Procedure procedure() {
            return new Procedure(
                    name,
                    n == null || unit == null
                            ? null
                            : term(n, unit)
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
        Time other = stated.otherwise();
        return term(stated.n(), stated.unit())
                .map(term -> new Limit(
                        untilTheLastStage(term, Objects.requireNonNullElse(stated.byStage(), Map.of())),
                        stated.basis(),
                        other == null ? null : term(other.n(), other.unit()).orElse(null)))
                .orElse(null);
    }

    /**
     * Stages that follow one another take their times together: of 10 working days to inspect and 3 from then to decide
     * come 13. What is told in another unit than the whole is not added to it.
     */
    private static Term untilTheLastStage(Term whole, Map<String, Stage> stages) {
        return stages.keySet().stream()
                .map(name -> untilTheEnd(name, whole.unit(), stages, Set.of()))
                .flatMap(Optional::stream)
                .filter(term -> term.n() > whole.n())
                .max(Comparator.comparingInt(Term::n))
                .orElse(whole);
    }

    /** @param behind the stages that wait for this one: of those that wait in a circle nothing is known */
    private static Optional<Term> untilTheEnd(String name, Unit unit, Map<String, Stage> stages, Set<String> behind) {
        Stage stage = stages.get(name);
        if (stage == null || behind.contains(name)) {
            return Optional.empty();
        }
        Optional<Term> own = stage.term().filter(term -> term.unit() == unit);
        String from = stage.from();
        if (from == null) {
            return own;
        }
        Set<String> waiting = new HashSet<>(behind);
        waiting.add(name);
        return own.flatMap(term ->
                untilTheEnd(from, unit, stages, waiting).map(before -> new Term(before.n() + term.n(), unit)));
    }

    /** Half a day is given as a whole one; a word that nobody knows states no limit. */
    private static Optional<Term> term(@Nullable BigDecimal number, @Nullable String word) {
        if (number == null || word == null) {
            return Optional.empty();
        }
        int n = number.setScale(0, RoundingMode.CEILING).intValue();
        return Unit.ofWord(word).map(unit -> new Term(n, unit));
    }
}
