/** Bundles (一件事): matters that people meet together, and which waits for which. */
@NullMarked
package org.tongban.catalog.bundle;

import org.jspecify.annotations.NullMarked;
