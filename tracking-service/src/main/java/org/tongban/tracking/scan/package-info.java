/** What counters do with a code: recorded as it happened, even if it surprises. */
@NullMarked
package org.tongban.tracking.scan;

import org.jspecify.annotations.NullMarked;
