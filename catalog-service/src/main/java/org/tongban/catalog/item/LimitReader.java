package org.tongban.catalog.item;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the limits of the gsi-1 form, by stage and by mode. */
final class LimitReader {
    private static final String STATUTORY = "statutory";
    private static final String PROMISED = "promised";
    private static final String EXTENSION = "extension";
    private static final String BY_MODE = "byMode";
    /** How the guides call the question that chooses. */
    private static final String MODE = "mode";

    /** {@code 不能当场登记的，3个工作日内登记}: the whole note, so that no other sentence is taken for this one. */
    private static final Pattern NOT_AT_ONCE =
            Pattern.compile("(?<when>不能(?:当场|即时|当日)\\p{IsHan}{0,8}的)[，,]\\s*(?<n>[1-9]\\d{0,2})\\s*个?"
                    + "(?<unit>工作日|自然日|日|天|月)(?:之内|以内|内)\\p{IsHan}{0,8}[。；;]?");

    private LimitReader() {}

    static Limits limits(Fields limits) {
        return new Limits(
                limits.object(STATUTORY).flatMap(LimitReader::limit).orElse(null),
                limits.object(PROMISED).flatMap(LimitReader::limit).orElse(null),
                limits.object(EXTENSION).flatMap(LimitReader::limit).orElse(null));
    }

    /** The limits by mode; none when no limit has any, or no question has these values among its options. */
    static Optional<Modes> modes(Fields limits, Limits base, List<Situation> situations) {
        Set<String> values = new LinkedHashSet<>();
        for (String name : List.of(STATUTORY, PROMISED, EXTENSION)) {
            byMode(limits, name).ifPresent(modes -> values.addAll(modes.node().propertyNames()));
        }
        return values.isEmpty()
                ? Optional.empty()
                : chooser(values, situations).map(question -> modes(limits, base, question, values));
    }

    private static Modes modes(Fields limits, Limits base, String question, Set<String> values) {
        Map<String, Limits> byValue = new LinkedHashMap<>();
        for (String value : values) {
            byValue.put(
                    value,
                    base.in(new Limits(
                            own(limits, STATUTORY, value),
                            own(limits, PROMISED, value),
                            own(limits, EXTENSION, value))));
        }
        return new Modes(question, byValue);
    }

    /** Of several questions with these options the one that the guides call so, else the first. */
    private static Optional<String> chooser(Set<String> values, List<Situation> situations) {
        List<String> able = situations.stream()
                .filter(situation -> situation.options().stream()
                        .map(Situation.Option::value)
                        .collect(Collectors.toSet())
                        .containsAll(values))
                .map(Situation::key)
                .toList();
        return able.contains(MODE) ? Optional.of(MODE) : able.stream().findFirst();
    }

    private static Optional<Fields> byMode(Fields limits, String name) {
        return limits.object(name).flatMap(limit -> limit.object(BY_MODE));
    }

    private static @Nullable Limit own(Fields limits, String name, String value) {
        return byMode(limits, name)
                .flatMap(modes -> modes.object(value))
                .flatMap(LimitReader::limit)
                .orElse(null);
    }

    private static Optional<Limit> limit(Fields limit) {
        BigDecimal n = limit.number("n");
        String unit = limit.text("unit");
        if (n == null || unit == null) {
            return Optional.empty();
        }
        String note = limit.text("note");
        Limit read = new Limit(
                n,
                unit,
                limit.text("basis"),
                note,
                limit.text("approver"),
                limit.object("otherwise").flatMap(LimitReader::otherwise).orElse(null),
                limit.object("byStage").map(LimitReader::stages).orElse(null));
        if (note == null || read.otherwise() != null || !read.isAtOnce()) {
            return Optional.of(read);
        }
        return Optional.of(read.otherwise(said(note)));
    }

    /** What a note says of those that cannot be done while one waits; nothing where it says anything else. */
    private static Limit.@Nullable Otherwise said(String note) {
        Matcher words = NOT_AT_ONCE.matcher(note);
        return words.matches()
                ? new Limit.Otherwise(new BigDecimal(words.group("n")), words.group("unit"), words.group("when"))
                : null;
    }

    private static Map<String, Limit.Stage> stages(Fields byStage) {
        Map<String, Limit.Stage> stages = new LinkedHashMap<>();
        byStage.node()
                .propertyNames()
                .forEach(name ->
                        byStage.object(name).flatMap(LimitReader::stage).ifPresent(stage -> stages.put(name, stage)));
        return stages;
    }

    private static Optional<Limit.Stage> stage(Fields stage) {
        BigDecimal n = stage.number("n");
        String unit = stage.text("unit");
        return n == null || unit == null ? Optional.empty() : Optional.of(new Limit.Stage(n, unit, stage.text("from")));
    }

    private static Optional<Limit.Otherwise> otherwise(Fields limit) {
        BigDecimal n = limit.number("n");
        String unit = limit.text("unit");
        return n == null || unit == null
                ? Optional.empty()
                : Optional.of(new Limit.Otherwise(n, unit, limit.text("note")));
    }
}
