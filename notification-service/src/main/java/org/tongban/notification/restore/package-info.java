/** Fills an emptied database again by hearing everything from the beginning. */
@NullMarked
package org.tongban.notification.restore;

import org.jspecify.annotations.NullMarked;
