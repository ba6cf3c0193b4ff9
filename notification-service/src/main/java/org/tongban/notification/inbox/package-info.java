/** The inbox of a person: messages made from what application tells, read by their owner alone. */
@NullMarked
package org.tongban.notification.inbox;

import org.jspecify.annotations.NullMarked;
