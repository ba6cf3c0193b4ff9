/** Tests of what supervisors look into. */
@NullMarked
package org.tongban.tracking.supervision;

import org.jspecify.annotations.NullMarked;
