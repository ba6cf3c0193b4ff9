/** Tests of this room. */
@NullMarked
package org.tongban.tracking.reconciliation;

import org.jspecify.annotations.NullMarked;
