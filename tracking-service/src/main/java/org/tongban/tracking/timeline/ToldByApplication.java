package org.tongban.tracking.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.event.ForeignWord;

/**
 * What this room reads out of the application's events; each of them has some of it.
 *
 * @param cases of the submission all, of others those it moves
 * @param stage a word, {@code ACCEPTED}, that need not be known here
 * @param outcome likewise
 */
record ToldByApplication(
        @Nullable String owner,
        @Nullable Division division,
        List<Case> cases,
        List<ExpectedPaper> expected,
        @Nullable Integer caseNo,
        @Nullable String stage,
        @Nullable String outcome,
        @Nullable Due due,
        @Nullable LocalDate yellowOn,
        @Nullable LocalDate redOn) {
    ToldByApplication {
        cases = Folding.orEmpty(cases);
        expected = Folding.orEmpty(expected);
    }

    Case asCase() {
        return new Case(caseNo, null, null, null, stage, List.of(), outcome, due, yellowOn, redOn);
    }

    /** Where the matter belongs, {@code 511602} 广安区. */
    record Division(@Nullable String code) {}

    /** The legal days on which a case falls due. */
    record Due(@Nullable LocalDate statutory, @Nullable LocalDate promised) {
        @Nullable
        LocalDate earlier() {
            return Stream.of(statutory, promised)
                    .filter(day -> day != null)
                    .min(LocalDate::compareTo)
                    .orElse(null);
        }
    }

    record Case(
            @Nullable Integer caseNo,
            @Nullable String item,
            @Nullable String name,
            @Nullable String department,
            @Nullable String stage,
            List<Integer> after,
            @Nullable String outcome,
            @Nullable Due due,
            @Nullable LocalDate yellowOn,
            @Nullable LocalDate redOn) {
        Case {
            after = Folding.orEmpty(after);
        }

        CaseStanding standing(int no) {
            return new CaseStanding(
                    no,
                    item == null ? "" : item,
                    name == null ? "" : name,
                    department == null ? "" : department,
                    stage == null ? Stage.SUBMITTED : Stage.ofWord(stage),
                    stage == null ? null : ForeignWord.shown(stage),
                    after,
                    outcome == null ? null : Outcome.ofWord(outcome),
                    outcome == null ? null : ForeignWord.shown(outcome),
                    due == null ? null : due.earlier(),
                    yellowOn,
                    redOn,
                    null);
        }
    }
}
