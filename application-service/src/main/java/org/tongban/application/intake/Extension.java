package org.tongban.application.intake;

import java.time.Instant;
import org.tongban.application.clock.Term;

/**
 * The one extension of a case's limit (行政许可法 42(1)).
 *
 * @param reasons told to the applicant
 * @param approver the opaque id of the head who approved it; in a document of before, any words
 */
public record Extension(Term by, String reasons, String approver, Instant at) {}
