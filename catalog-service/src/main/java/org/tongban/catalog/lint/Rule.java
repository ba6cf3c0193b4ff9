package org.tongban.catalog.lint;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.item.Severity;

/** What the lint looks for; a rule without a severity refuses the guide, because it would break or deceive whoever reads it. */
enum Rule {
    NOT_AN_ITEM(null),
    SCHEMA(null),
    ID(null),
    NAME(null),
    DEPARTMENT(null),
    SCOPE(null),
    APPLICANTS(null),
    TOO_MUCH(null),
    TEXT_TOO_LONG(null),
    TEXT_CONTROL(null),
    TEXT_MARKUP(null),
    TEXT_FORMULA(null),
    CONDITION_CYCLE(null),

    CATCH_ALL_LINE(Severity.ERROR),
    MATERIALS_MISSING(Severity.ERROR),
    MATERIAL_UNREADABLE(Severity.ERROR),
    NEED_UNKNOWN(Severity.ERROR),
    COPIES_CONTRADICTORY(Severity.ERROR),
    DUPLICATE_LINE(Severity.ERROR),
    SAME_PAPER_TWICE(Severity.WARNING),
    SHARED_PAPER_ASKED(Severity.WARNING),
    DOCUMENT_KIND_UNKNOWN(Severity.WARNING),

    QUESTION_UNREADABLE(Severity.ERROR),
    QUESTION_UNREACHABLE(Severity.ERROR),
    QUESTION_CHANGES_NOTHING(Severity.WARNING),
    OPTION_UNREACHABLE(Severity.ERROR),
    OPTION_CHANGES_NOTHING(Severity.WARNING),
    CONDITION_UNREADABLE(Severity.ERROR),
    CONDITION_UNKNOWN(Severity.ERROR),
    CONDITION_CONTRADICTORY(Severity.ERROR),
    PATH_WITHOUT_LINES(Severity.WARNING),
    MODE_UNDECIDED(Severity.ERROR),
    PATHS_UNPROVED(Severity.ERROR),

    LIMIT_MISSING(Severity.ERROR),
    STATUTORY_LIMIT_MISSING(Severity.ERROR),
    LIMIT_UNREADABLE(Severity.ERROR),
    LIMIT_BASIS_MISSING(Severity.ERROR),
    LIMIT_MODE_UNKNOWN(Severity.ERROR),
    PROMISED_EXCEEDS_STATUTORY(Severity.ERROR),

    FEE_UNREADABLE(Severity.ERROR),
    FEE_BASIS_MISSING(Severity.ERROR),
    FEE_UNDECIDED(Severity.WARNING),

    LEGAL_BASIS_MISSING(Severity.ERROR),
    ARTICLE_MISSING(Severity.WARNING),
    RESULT_MISSING(Severity.ERROR),
    KIND_MISSING(Severity.ERROR),
    KIND_MISMATCH(Severity.ERROR),
    KIND_NOT_APPLIED_FOR(Severity.ERROR),
    CASE_TYPE_MISSING(Severity.ERROR),
    CASE_TYPE_MISMATCH(Severity.ERROR),
    CASE_TYPE_CONTRADICTED(Severity.WARNING),
    TYPE_FIELD_MISSING(Severity.ERROR),
    APPLICANT_UNKNOWN(Severity.ERROR),
    DIVISION_MISSING(Severity.ERROR),
    DIVISION_UNKNOWN(Severity.ERROR),
    OVERRIDES_UNFIT(Severity.ERROR),
    OVERRIDES_UNKNOWN(Severity.WARNING),
    CODE_CHECK_FAILED(Severity.ERROR),
    UNKNOWN_FIELD(Severity.ERROR),
    TEXT_UNSAFE(Severity.WARNING),
    EVIDENCE_MISSING(Severity.WARNING),
    SOURCE_MISSING(Severity.WARNING);

    private final @Nullable Severity severity;

    Rule(@Nullable Severity severity) {
        this.severity = severity;
    }

    /** Null refuses. */
    @Nullable
    Severity severity() {
        return severity;
    }

    /** {@code limit-missing}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Rule of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
