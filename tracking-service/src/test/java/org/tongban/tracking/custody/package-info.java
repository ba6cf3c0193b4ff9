/** Tests of this room. */
@NullMarked
package org.tongban.tracking.custody;

import org.jspecify.annotations.NullMarked;
