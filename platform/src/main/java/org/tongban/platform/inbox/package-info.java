/** Hears events twice and stays right: positions, parking, dead letters. */
@NullMarked
package org.tongban.platform.inbox;

import org.jspecify.annotations.NullMarked;
