/** Tests of this room. */
@NullMarked
package org.tongban.tracking.rating;

import org.jspecify.annotations.NullMarked;
