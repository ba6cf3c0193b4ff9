/** One submitted application: what was frozen with it, its cases, and the table of steps they take. */
@NullMarked
package org.tongban.application.intake;

import org.jspecify.annotations.NullMarked;
