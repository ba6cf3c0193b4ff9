package org.tongban.application.bag;

import java.time.Instant;
import org.tongban.application.document.Grade;

/**
 * The owner's click by which a document may be used in this bag; entries are only added.
 *
 * @param rid the line it was given for
 * @param purpose for what, in words
 * @param at when it was given
 * @param until after this it may not be used for that purpose any more
 */
record Consent(String documentId, Grade grade, String rid, String purpose, Instant at, Instant until) {}
