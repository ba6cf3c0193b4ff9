/** What a part is, and how its process is started, found again and ended. */
@NullMarked
package org.tongban.local.part;

import org.jspecify.annotations.NullMarked;
