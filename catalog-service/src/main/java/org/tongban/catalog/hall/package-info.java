/** Service halls and their windows. */
@NullMarked
package org.tongban.catalog.hall;

import org.jspecify.annotations.NullMarked;
