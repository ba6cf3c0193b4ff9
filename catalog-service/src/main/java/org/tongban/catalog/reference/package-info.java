/**
 * The reference files: divisions, document kinds, halls, bundles, everyday words and the pages that are shown as they
 * are, each stored whole and read in one piece.
 */
@NullMarked
package org.tongban.catalog.reference;

import org.jspecify.annotations.NullMarked;
