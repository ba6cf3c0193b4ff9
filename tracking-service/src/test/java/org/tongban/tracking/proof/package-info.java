/** Tests of this room. */
@NullMarked
package org.tongban.tracking.proof;

import org.jspecify.annotations.NullMarked;
