package org.tongban.application.intake;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.code.TrackingCode;

/** An application as its owner sees it, or the part of it that a department works on. */
public record ApplicationView(
        TrackingCode code,
        Instant submittedAt,
        List<CaseView> cases,
        String listNo,
        Division division,
        String applicant,
        List<Line> requirements,
        @Nullable Withdrawal withdrawal) {

    /** A line of the frozen list, how it was met, and where its original is. */
    public record Line(
            String rid,
            int line,
            String name,
            String need,
            @Nullable Integer originals,
            @Nullable Integer copies,
            Requirement.State state,
            List<String> documents,
            @Nullable String declaration,
            @Nullable Custody custody,
            List<Integer> cases) {}

    public static ApplicationView of(Application application) {
        return of(application, every -> true);
    }

    /** Only these cases, and the lines that they ask for. */
    public static ApplicationView of(Application application, Predicate<Case> shown) {
        List<Case> cases = application.cases().stream().filter(shown).toList();
        return new ApplicationView(
                application.code(),
                application.submittedAt(),
                cases.stream().map(CaseView::of).toList(),
                application.listNo(),
                application.division(),
                application.applicant(),
                application.requirements().stream()
                        .filter(line -> cases.stream()
                                .anyMatch(each -> line.isFor(each.matter().item())))
                        .map(line -> line(application, line))
                        .toList(),
                application.withdrawal());
    }

    private static Line line(Application application, Requirement line) {
        return new Line(
                line.rid(),
                line.line(),
                line.name(),
                line.need(),
                line.originals(),
                line.copies(),
                line.state(),
                line.documentIds(),
                line.declaration(),
                custody(application, line),
                application.casesOf(line));
    }

    private static @Nullable Custody custody(Application application, Requirement line) {
        return application.pieces().stream()
                .filter(piece -> piece.rid().equals(line.rid()))
                .map(Piece::custody)
                .findFirst()
                .orElse(line.state() == Requirement.State.BRING_ORIGINAL ? Custody.EXPECTED : null);
    }
}
