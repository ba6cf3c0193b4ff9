package org.tongban.catalog.editing;

import java.util.List;
import org.tongban.catalog.item.Flag;
import org.tongban.catalog.lint.GuideLint;
import org.tongban.catalog.lint.LintReport;
import org.tongban.platform.problem.BadInput;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.Refusal;
import org.tongban.platform.problem.Said;
import tools.jackson.databind.JsonNode;

/** Whether what an editor sends can be kept as a draft; unlike an import, a hand can do without unknown fields. */
final class Handwriting {
    private static final String UNKNOWN_FIELD = "unknown-field";

    private Handwriting() {}

    /**
     * Looks it over.
     *
     * @return what the lint says, which a draft may still have to mend
     * @throws BadInput when it is no object or has a field that gsi-1 does not know
     * @throws NotAllowed when it is another item, or nothing that anybody could publish
     */
    static LintReport check(String item, JsonNode gsi, GuideLint lint) {
        if (!gsi.isObject()) {
            throw new BadInput("", "事项须为JSON对象。", "An item is a JSON object.");
        }
        JsonNode own = gsi.get("id");
        if (own != null && own.isString() && !own.stringValue().equals(item)) {
            throw new NotAllowed(
                    "/id",
                    "id“" + own.stringValue() + "”与路径中的“" + item + "”不同。",
                    "The id \"" + own.stringValue() + "\" is not the path's \"" + item + "\".");
        }
        LintReport report = lint.lint(gsi);
        refuse(report.refusals());
        report.findings().stream()
                .filter(finding -> finding.code().equals(UNKNOWN_FIELD))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new BadInput(
                            unknown.pointer(),
                            "gsi-1没有这个字段，请删除或改正字段名。",
                            "gsi-1 has no such field; remove it or correct its name.");
                });
        return report;
    }

    private static void refuse(List<Flag> refusals) {
        if (!refusals.isEmpty()) {
            throw new NotAllowed(refusals.stream()
                    .map(each -> new Refusal.Fault(each.pointer(), new Said(each.zh(), each.en())))
                    .toList());
        }
    }
}
