/** Checks what the house has signed, with nothing but the JDK and the published keys. */
@NullMarked
package org.tongban.local.verify;

import org.jspecify.annotations.NullMarked;
