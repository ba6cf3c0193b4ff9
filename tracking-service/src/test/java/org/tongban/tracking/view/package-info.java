/** Tests of this room. */
@NullMarked
package org.tongban.tracking.view;

import org.jspecify.annotations.NullMarked;
