/** Chinese full text over items and bundles; the index is a view that is made anew from the store. */
@NullMarked
package org.tongban.catalog.search;

import org.jspecify.annotations.NullMarked;
