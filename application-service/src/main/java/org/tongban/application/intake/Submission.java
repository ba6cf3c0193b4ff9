package org.tongban.application.intake;

import java.time.Instant;
import java.util.List;
import org.tongban.platform.code.TrackingCode;

/**
 * A bag as it was frozen: all that the application will hold.
 *
 * @param code the code reserved when the bag was opened
 * @param owner the citizen's opaque id, the token's {@code sub}
 * @param applicant the applicant type of the list, {@code 自然人}
 * @param submittedAt when the bag was frozen
 * @param matters in case order: the first is case 1
 */
public record Submission(
        TrackingCode code,
        String owner,
        String listNo,
        Division division,
        String applicant,
        Instant submittedAt,
        List<Matter> matters,
        List<Requirement> requirements) {
    public Submission {
        matters = List.copyOf(matters);
        requirements = List.copyOf(requirements);
        if (matters.isEmpty()) {
            throw new IllegalArgumentException("a submission has at least one case");
        }
    }
}
