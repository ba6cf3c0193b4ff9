/** Who counts as one caller where something scarce is shared. */
@NullMarked
package org.tongban.catalog.share;

import org.jspecify.annotations.NullMarked;
