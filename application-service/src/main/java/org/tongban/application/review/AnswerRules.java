package org.tongban.application.review;

import java.time.Instant;
import org.tongban.application.intake.Requirement;
import org.tongban.platform.problem.NotAllowed;

/** The rules by which a line of the list can be met: the same in the bag and in the answer to a correction notice. */
public interface AnswerRules {
    /**
     * The line as the owner now meets it; its state is never MISSING.
     *
     * @param owner whose documents count
     * @param now when it is answered
     * @param pointer where the answer stands in the request, {@code /answers/0}
     * @throws NotAllowed when the line cannot be met in this way
     */
    Requirement met(String owner, Requirement line, Given given, Instant now, String pointer);
}
