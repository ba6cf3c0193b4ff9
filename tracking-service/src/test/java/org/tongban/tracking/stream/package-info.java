/** Tests of this room. */
@NullMarked
package org.tongban.tracking.stream;

import org.jspecify.annotations.NullMarked;
