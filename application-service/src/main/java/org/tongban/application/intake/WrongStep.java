package org.tongban.application.intake;

import org.tongban.platform.problem.NotNow;

/** The sentences of a step that the case's stage does not allow. */
final class WrongStep {
    private WrongStep() {}

    static NotNow from(int caseNo, Stage stage, Step step) {
        return new NotNow(
                "办件 " + caseNo + " 目前为“" + stage.zh() + "”，不能" + step.zh() + "。",
                "Case " + caseNo + " is " + stage + " and cannot take the step " + step + ".");
    }
}
