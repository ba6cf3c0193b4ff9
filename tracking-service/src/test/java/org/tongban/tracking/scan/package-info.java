/** Tests of this room. */
@NullMarked
package org.tongban.tracking.scan;

import org.jspecify.annotations.NullMarked;
