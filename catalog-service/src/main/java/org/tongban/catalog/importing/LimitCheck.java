package org.tongban.catalog.importing;

import java.util.Set;
import org.tongban.catalog.guide.Pointer;
import org.tongban.catalog.item.Fields;

/** Limits: there should be one, with unit and basis. */
final class LimitCheck {
    private static final Set<String> FIELDS = Set.of("statutory", "promised", "extension");
    private static final Set<String> LIMIT_FIELDS =
            Set.of("n", "unit", "note", "approver", "basis", "byStage", "byMode", "otherwise");
    private static final Set<String> UNITS = Set.of("工作日", "日", "天", "自然日", "当日", "当场", "即时", "小时", "月", "年");

    private LimitCheck() {}

    static void check(Fields item, Findings findings) {
        Fields limits = item.object("limits").orElse(null);
        if (limits == null) {
            findings.flag("limit-missing", "/limits", "没有办理时限。", "There is no limit.");
            return;
        }
        Shape.unknown(limits.node(), FIELDS, "/limits", findings);
        if (limits.object("statutory").isEmpty()) {
            findings.flag("limit-missing", "/limits/statutory", "没有法定时限。", "There is no statutory limit.");
        }
        FIELDS.stream().sorted().forEach(name -> limits.object(name).ifPresent(limit -> one(name, limit, findings)));
    }

    private static void one(String name, Fields limit, Findings findings) {
        String pointer = Pointer.of("limits", name);
        Shape.unknown(limit.node(), LIMIT_FIELDS, pointer, findings);
        String unit = limit.text("unit");
        if (limit.number("n") == null || unit == null || !UNITS.contains(unit)) {
            findings.flag(
                    "limit-unreadable", pointer, "时限须有数字和单位。", "A limit has a number and one of the known units.");
        }
        if (!name.equals("promised") && limit.text("basis") == null) {
            findings.flag("limit-basis-missing", pointer + "/basis", "时限没有依据。", "The limit has no basis.");
        }
    }
}
