/** An issued list on paper and on a page, printed from what was signed. */
@NullMarked
package org.tongban.catalog.printing;

import org.jspecify.annotations.NullMarked;
