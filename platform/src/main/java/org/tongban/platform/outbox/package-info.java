/** Sends what the outboxes hold, in order per code, until it is acknowledged. */
@NullMarked
package org.tongban.platform.outbox;

import org.jspecify.annotations.NullMarked;
