/** Brings new entries to those who watch a code, as they come. */
@NullMarked
package org.tongban.tracking.stream;

import org.jspecify.annotations.NullMarked;
