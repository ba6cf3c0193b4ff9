package org.tongban.catalog.lint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.guide.Pointer;
import org.tongban.catalog.item.Fields;
import org.tongban.catalog.item.Limit;
import org.tongban.catalog.item.Limits;
import org.tongban.catalog.item.Modes;

/**
 * Limits: there should be one, with unit and basis, and nobody promises more time than the law gives.
 *
 * <p>Without the statutory limit no promise can be held against it. What is decided on the spot needs none: it runs no
 * clock, and no time is never too much.
 */
final class LimitCheck implements GuideLint.Check {
    private static final List<String> FIELDS = List.of("extension", "promised", "statutory");
    private static final Set<String> LIMIT_FIELDS =
            Set.of("n", "unit", "note", "approver", "basis", "byStage", "byMode", "otherwise");
    private static final Set<String> UNITS = Set.of("工作日", "日", "天", "自然日", "当日", "当场", "即时", "小时", "月", "年");
    private static final String PERMIT = "01";

    @Override
    public void check(Guide guide, Findings findings) {
        Fields limits = guide.fields().object("limits").orElse(null);
        if (limits == null || limits.object("statutory").isEmpty()) {
            missing(guide, limits, findings);
        }
        if (limits != null) {
            Shape.unknown(limits.node(), Set.copyOf(FIELDS), "/limits", findings);
            FIELDS.forEach(name -> limits.object(name).ifPresent(limit -> one(name, limit, findings)));
            modes(guide, limits, findings);
        }
        promised(guide, guide.item().limits(), findings);
    }

    private static void missing(Guide guide, @Nullable Fields limits, Findings findings) {
        if (guide.item().isOnTheSpot()) {
            return;
        }
        if (limits == null || limits.object("promised").isEmpty()) {
            findings.add(Rule.LIMIT_MISSING, "/limits", "没有办理时限。", "There is no limit.");
        } else {
            findings.add(
                    Rule.STATUTORY_LIMIT_MISSING,
                    "/limits/statutory",
                    "没有法定时限，无法判断承诺时限是否超过。",
                    "There is no statutory limit, so that nobody can tell whether the promise exceeds it.");
        }
    }

    private static void one(String name, Fields limit, Findings findings) {
        String pointer = Pointer.of("limits", name);
        Shape.unknown(limit.node(), LIMIT_FIELDS, pointer, findings);
        readable(limit, pointer, findings);
        for (String parts : List.of("byMode", "byStage")) {
            limit.object(parts)
                    .ifPresent(all -> all.node()
                            .propertyNames()
                            .forEach(key -> readable(
                                    all.object(key).orElse(new Fields(all.node().get(key))),
                                    pointer + Pointer.of(parts, key),
                                    findings)));
        }
        if (!name.equals("promised") && limit.text("basis") == null) {
            findings.add(Rule.LIMIT_BASIS_MISSING, pointer + "/basis", "时限没有依据。", "The limit has no basis.");
        }
    }

    private static void readable(Fields limit, String pointer, Findings findings) {
        String unit = limit.text("unit");
        if (limit.number("n") == null || unit == null || !UNITS.contains(unit)) {
            findings.add(
                    Rule.LIMIT_UNREADABLE, pointer, "时限须有数字和单位。", "A limit has a number and one of the known units.");
        }
    }

    private static void modes(Guide guide, Fields limits, Findings findings) {
        Modes modes = guide.item().modes();
        for (String name : FIELDS) {
            boolean stated =
                    limits.object(name).flatMap(limit -> limit.object("byMode")).isPresent();
            if (stated && modes == null) {
                findings.add(
                        Rule.LIMIT_MODE_UNKNOWN,
                        Pointer.of("limits", name, "byMode"),
                        "时限按办理方式区分，却没有问题有这些选项。",
                        "The limit hangs on a mode, and no question has these options.");
            }
        }
        if (modes != null) {
            modes.limits().values().forEach(chosen -> promised(guide, chosen, findings));
        }
    }

    private static void promised(Guide guide, Limits limits, Findings findings) {
        boolean exceeds = span(guide, limits.promised())
                .flatMap(promised -> span(guide, limits.statutory()).map(promised::exceeds))
                .orElse(false);
        if (exceeds && !findings.has(Rule.PROMISED_EXCEEDS_STATUTORY)) {
            findings.add(
                    Rule.PROMISED_EXCEEDS_STATUTORY,
                    "/limits/promised",
                    "承诺时限超过法定时限。",
                    "The promised limit exceeds the statutory one.");
        }
    }

    private static Optional<Span> span(Guide guide, @Nullable Limit limit) {
        return limit == null ? Optional.empty() : Span.of(limit, guide.isKind(PERMIT));
    }
}
