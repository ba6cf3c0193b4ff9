/** Tests of this room. */
@NullMarked
package org.tongban.tracking.qr;

import org.jspecify.annotations.NullMarked;
