package org.tongban.tracking.reconciliation;

import org.jspecify.annotations.Nullable;
import org.tongban.platform.reconciliation.Positions;

/** Somebody who can say, page by page and in the order of change, how far each code is. */
interface Side {
    /** @throws org.tongban.platform.problem.Refusal when it does not answer */
    Positions.Page after(@Nullable String cursor);
}
