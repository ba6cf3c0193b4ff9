/** The basic directory: what powers and services there are in a division, with a guide or still without one. */
@NullMarked
package org.tongban.catalog.directory;

import org.jspecify.annotations.NullMarked;
