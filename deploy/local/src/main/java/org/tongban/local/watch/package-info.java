/** Brings back what ended by itself, with growing pauses and not for ever. */
@NullMarked
package org.tongban.local.watch;

import org.jspecify.annotations.NullMarked;
