/** Tests of the timelines. */
@NullMarked
package org.tongban.tracking.timeline;

import org.jspecify.annotations.NullMarked;
