/** Tests of this room. */
@NullMarked
package org.tongban.application.intake;

import org.jspecify.annotations.NullMarked;
