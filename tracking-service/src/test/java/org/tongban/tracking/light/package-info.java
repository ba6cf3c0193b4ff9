/** Tests of this room. */
@NullMarked
package org.tongban.tracking.light;

import org.jspecify.annotations.NullMarked;
