/** The questions a guide asks, and what the answers make of its lines. */
@NullMarked
package org.tongban.catalog.guide;

import org.jspecify.annotations.NullMarked;
