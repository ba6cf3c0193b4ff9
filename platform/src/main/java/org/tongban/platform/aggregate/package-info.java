/** One document per aggregate: state, counters, outbox, commands and positions change in one guarded write. */
@NullMarked
package org.tongban.platform.aggregate;

import org.jspecify.annotations.NullMarked;
