/** Which items cannot stand on one list, and why. */
@NullMarked
package org.tongban.catalog.exclusion;

import org.jspecify.annotations.NullMarked;
