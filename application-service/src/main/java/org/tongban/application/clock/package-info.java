/** Legal days: the working calendar, limits, stops and the dates on which a case falls due. */
@NullMarked
package org.tongban.application.clock;

import org.jspecify.annotations.NullMarked;
