/** How one service calls another's published API: bounded in time, broken off when the far side is down. */
@NullMarked
package org.tongban.platform.farside;

import org.jspecify.annotations.NullMarked;
