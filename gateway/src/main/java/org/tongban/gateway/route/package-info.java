/** Which path belongs to which far side, how long it may take, and when it is left in peace. */
@NullMarked
package org.tongban.gateway.route;

import org.jspecify.annotations.NullMarked;
