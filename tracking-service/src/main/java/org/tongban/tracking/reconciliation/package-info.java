/** Compares what was told with what was heard, and says so in public. */
@NullMarked
package org.tongban.tracking.reconciliation;

import org.jspecify.annotations.NullMarked;
