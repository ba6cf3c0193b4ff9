/** Handing out what is published: guides as they came, and in the EU's public-service vocabulary. */
@NullMarked
package org.tongban.catalog.exporting;

import org.jspecify.annotations.NullMarked;
