/** How people say what the guides call otherwise: life events, everyday words and fillers. */
@NullMarked
package org.tongban.catalog.wording;

import org.jspecify.annotations.NullMarked;
