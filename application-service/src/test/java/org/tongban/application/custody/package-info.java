/** Tests of this room. */
@NullMarked
package org.tongban.application.custody;

import org.jspecify.annotations.NullMarked;
