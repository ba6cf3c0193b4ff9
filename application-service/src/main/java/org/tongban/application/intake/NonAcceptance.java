package org.tongban.application.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a case was not taken (行政许可法 32), a dated written receipt.
 *
 * @param reasons for the applicant
 * @param rightBody who is in charge, where we are not
 */
public record NonAcceptance(
        Kind kind, String reasons, @Nullable String rightBody, Instant at) {
    public enum Kind {
        /** 32(1) no licence is needed */
        NOT_REQUIRED,
        /** 32(2) another body is in charge */
        NOT_OURS,
        /** the applicant did not complete it */
        INCOMPLETE
    }
}
