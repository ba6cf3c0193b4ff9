/** Commands that may come twice, and the answer they get the second time. */
@NullMarked
package org.tongban.platform.idempotency;

import org.jspecify.annotations.NullMarked;
