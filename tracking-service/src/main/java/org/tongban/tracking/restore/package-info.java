/** Brings an emptied database back from the log, with the same numbers and the same hashes. */
@NullMarked
package org.tongban.tracking.restore;

import org.jspecify.annotations.NullMarked;
