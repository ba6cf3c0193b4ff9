package org.tongban.catalog.lint;

import org.tongban.catalog.item.ApplicantType;
import org.tongban.catalog.item.Fields;

/** Where a guide is good, and for whom. */
final class PlaceCheck implements GuideLint.Check {

    @Override
    public void check(Guide guide, Findings findings) {
        if (!guide.item().national()) {
            place(guide, findings);
        }
        String overridden = guide.item().overrides();
        if (overridden != null
                && (guide.item().national() || overridden.equals(guide.item().id()))) {
            findings.add(
                    Rule.OVERRIDES_UNFIT,
                    "/overrides",
                    "只有地方事项可以取代另一个事项，且不能取代自己。",
                    "Only a local item can take the place of another one, and never its own.");
        } else if (overridden != null && !guide.isKnown().test(overridden)) {
            findings.add(
                    Rule.OVERRIDES_UNKNOWN,
                    "/overrides",
                    "要取代的事项“" + overridden + "”既没有发布，也不在目录中。",
                    "The item \"" + overridden + "\" whose place it takes is neither published nor in the directory.");
        }
        guide.item().applicants().stream()
                .filter(type -> ApplicantType.of(type).isEmpty())
                .forEach(type -> findings.add(
                        Rule.APPLICANT_UNKNOWN,
                        "/applicants",
                        "服务对象“" + type + "”不在表A.4中。",
                        "The applicant \"" + type + "\" is not in table A.4."));
    }

    private static void place(Guide guide, Findings findings) {
        String code = guide.fields()
                .object("division")
                .map((Fields division) -> division.text("code"))
                .orElse(null);
        if (code == null) {
            findings.add(
                    Rule.DIVISION_MISSING,
                    "/division",
                    "地方事项没有区划代码，不能列入清单。",
                    "A local item without a division code can be on no list.");
        } else if (guide.reference().divisions().find(code).isEmpty()) {
            findings.add(
                    Rule.DIVISION_UNKNOWN,
                    "/division/code",
                    "区划代码“" + code + "”不在区划表中。",
                    "The division \"" + code + "\" is none that we know.");
        }
    }
}
