/** Where the house stands: on one machine for those who try it, or where others reach it. */
@NullMarked
package org.tongban.platform.place;

import org.jspecify.annotations.NullMarked;
