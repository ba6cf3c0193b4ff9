/** How Chinese text is cut into terms, spelled in Latin letters and brought into one form, and what a text may hide. */
@NullMarked
package org.tongban.catalog.text;

import org.jspecify.annotations.NullMarked;
