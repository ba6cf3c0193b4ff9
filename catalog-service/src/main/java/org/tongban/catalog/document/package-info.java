/** What papers are: kinds, whose they are, which item issues them, and how each guide's line is read. */
@NullMarked
package org.tongban.catalog.document;

import org.jspecify.annotations.NullMarked;
