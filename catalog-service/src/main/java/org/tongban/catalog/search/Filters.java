package org.tongban.catalog.search;

import org.jspecify.annotations.Nullable;
import org.tongban.catalog.item.ApplicantType;
import org.tongban.catalog.law.Articles;
import org.tongban.catalog.law.Law;
import org.tongban.platform.problem.BadInput;

/**
 * What narrows a search; null narrows nothing.
 *
 * @param part the part of the catalogue that is looked through
 * @param division six digits: items good there, which are its own, those of divisions above it and the national ones
 * @param applicant a type of GB/T 39046 table A.4
 * @param caseType table A.6: 即办件, 承诺件, 其他
 * @param kind the code of table A.1: {@code 01}
 * @param law a law's short title
 * @param article the number of an article of that law
 */
public record Filters(
        Part part,
        @Nullable String division,
        @Nullable String department,
        @Nullable String applicant,
        @Nullable String caseType,
        @Nullable String kind,
        @Nullable String law,
        @Nullable Integer article) {
    public static final Filters NONE = new Filters(Part.ALL, null, null, null, null, null, null, null);

    /** The parts of the catalogue by the kind of item. */
    public enum Part {
        ALL,
        /** 行政权力: 行政许可, 行政确认 and the others, all but 公共服务. */
        POWERS,
        /** 公共服务. */
        SERVICES
    }

    /** @throws BadInput unless six digits */
    public Filters in(@Nullable String code) {
        if (code != null && !code.matches("\\d{6}")) {
            throw new BadInput("/division", "division须为6位区划代码。", "The division is a code of six digits.");
        }
        return new Filters(part, code, department, applicant, caseType, kind, law, article);
    }

    public Filters of(@Nullable String name) {
        return new Filters(part, division, name, applicant, caseType, kind, law, article);
    }

    /** @throws BadInput for a type that table A.4 does not have */
    public Filters servedTo(@Nullable String type) {
        String label =
                type == null ? null : ApplicantType.parse("/applicant", type).label();
        return new Filters(part, division, department, label, caseType, kind, law, article);
    }

    public Filters decidedAs(@Nullable String type) {
        return new Filters(part, division, department, applicant, type, kind, law, article);
    }

    /** @throws BadInput unless two digits */
    public Filters ofKind(@Nullable String code) {
        if (code != null && !code.matches("\\d{2}")) {
            throw new BadInput("/kind", "kind须为2位事项类型代码。", "The kind is a code of two digits.");
        }
        return new Filters(part, division, department, applicant, caseType, code, law, article);
    }

    public Filters within(Part wanted) {
        return new Filters(wanted, division, department, applicant, caseType, kind, law, article);
    }

    /** @throws BadInput for an article without a law or one that has no number */
    public Filters restingOn(@Nullable String title, @Nullable String text) {
        if (text == null) {
            return new Filters(
                    part,
                    division,
                    department,
                    applicant,
                    caseType,
                    kind,
                    title == null ? null : Law.cited(title).shortTitle(),
                    null);
        }
        int number = Articles.asked(text);
        if (title == null || number == 0) {
            throw new BadInput(
                    "/article", "article须为某部法律的条序号，如“第八条”。", "The article is the number of an article of a law.");
        }
        return new Filters(
                part,
                division,
                department,
                applicant,
                caseType,
                kind,
                Law.cited(title).shortTitle(),
                number);
    }

    boolean narrow() {
        return !equals(NONE);
    }
}
