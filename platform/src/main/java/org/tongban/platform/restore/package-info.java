/** Keeps a service with an emptied database from starting while its topics say that there was more, and says what helps. */
@NullMarked
package org.tongban.platform.restore;

import org.jspecify.annotations.NullMarked;
