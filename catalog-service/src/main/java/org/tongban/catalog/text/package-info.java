/** How Chinese text is cut into terms, spelled in Latin letters and brought into one form. */
@NullMarked
package org.tongban.catalog.text;

import org.jspecify.annotations.NullMarked;
