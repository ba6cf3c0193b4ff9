/** How far this service is, told to whoever compares the sides. */
@NullMarked
package org.tongban.platform.reconciliation;

import org.jspecify.annotations.NullMarked;
