/** Tells when a case turns yellow, red or green again. */
@NullMarked
package org.tongban.tracking.light;

import org.jspecify.annotations.NullMarked;
