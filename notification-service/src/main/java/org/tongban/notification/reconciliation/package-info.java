/** How far this service has heard. */
@NullMarked
package org.tongban.notification.reconciliation;

import org.jspecify.annotations.NullMarked;
