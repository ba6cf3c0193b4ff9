/** Service items: their guides as published, version by version. */
@NullMarked
package org.tongban.catalog.item;

import org.jspecify.annotations.NullMarked;
