package org.tongban.catalog.editing;

import java.util.List;
import org.tongban.catalog.item.Flag;
import org.tongban.platform.problem.ProblemType;
import org.tongban.platform.problem.Refusal;

/** A draft with errors in it is not published; each is named where it stands. */
final class LintErrors extends Refusal {
    private static final ProblemType TYPE =
            new ProblemType("lint-errors", 422, "草稿还有错误，不能发布", "The draft has errors and cannot be published");

    LintErrors(List<Flag> errors) {
        super(
                TYPE,
                "草稿还有" + errors.size() + "处错误，请改正后再发布。",
                "There are " + errors.size() + " errors in the draft; mend them, then publish.");
        errors.forEach(error -> at(error.pointer(), error.zh(), error.en()));
        with("codes", errors.stream().map(Flag::code).toList());
    }
}
