/** Bringing in guides of the gsi-1 form: dirty data are flagged, never dropped. */
@NullMarked
package org.tongban.catalog.importing;

import org.jspecify.annotations.NullMarked;
