/** How long others may keep what everybody may read, and how they ask whether it is still so. */
@NullMarked
package org.tongban.catalog.caching;

import org.jspecify.annotations.NullMarked;
