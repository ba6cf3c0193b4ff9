/** The code as a picture for paper and screens. */
@NullMarked
package org.tongban.tracking.qr;

import org.jspecify.annotations.NullMarked;
