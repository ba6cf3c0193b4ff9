/** Tests of this room. */
@NullMarked
package org.tongban.tracking.restore;

import org.jspecify.annotations.NullMarked;
