/** What time it is, which legal day that is, and how instants are written. */
@NullMarked
package org.tongban.platform.time;

import org.jspecify.annotations.NullMarked;
