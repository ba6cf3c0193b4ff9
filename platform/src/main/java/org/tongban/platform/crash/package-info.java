/** Named points at which a test may kill the process. */
@NullMarked
package org.tongban.platform.crash;

import org.jspecify.annotations.NullMarked;
