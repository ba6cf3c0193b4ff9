/** Tests of this room. */
@NullMarked
package org.tongban.application.result;

import org.jspecify.annotations.NullMarked;
