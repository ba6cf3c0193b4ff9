/** What this instance keeps in memory stays equal to the store. */
@NullMarked
package org.tongban.catalog.upkeep;

import org.jspecify.annotations.NullMarked;
