package org.tongban.tracking.reconciliation;

import java.time.Instant;

/**
 * A code on which the sides do not agree, kept until they do.
 *
 * @param since when it was first seen
 * @param unprojected whether it is our timeline that is behind
 * @param failing whether something was skipped or cannot be sent, which no waiting mends
 */
record Difference(Instant since, boolean unprojected, boolean failing) {}
