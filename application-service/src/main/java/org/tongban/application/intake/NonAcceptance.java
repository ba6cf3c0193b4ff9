package org.tongban.application.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a case was not taken (行政许可法 32), a dated written receipt.
 *
 * @param reasons for the applicant
 * @param rightBody who is in charge, where we are not
 * @param rids the lines of the notice that were not put right, where it is incomplete; none in what was written before
 */
public record NonAcceptance(
        Kind kind, String reasons, @Nullable String rightBody, Instant at, List<String> rids) {
    public NonAcceptance {
        rids = rids == null ? List.of() : List.copyOf(rids);
    }

    public enum Kind {
        /** 32(1) no licence is needed */
        NOT_REQUIRED,
        /** 32(2) another body is in charge */
        NOT_OURS,
        /** the applicant did not complete it */
        INCOMPLETE
    }
}
