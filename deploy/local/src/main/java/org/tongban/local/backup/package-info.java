/** A copy of all that one stack holds, taken and put back as one. */
@NullMarked
package org.tongban.local.backup;

import org.jspecify.annotations.NullMarked;
