/** The reference files: divisions, document kinds, halls and bundles, stored whole and read in one piece. */
@NullMarked
package org.tongban.catalog.reference;

import org.jspecify.annotations.NullMarked;
