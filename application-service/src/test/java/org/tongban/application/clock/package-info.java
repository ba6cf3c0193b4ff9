/** Tests of this room. */
@NullMarked
package org.tongban.application.clock;

import org.jspecify.annotations.NullMarked;
