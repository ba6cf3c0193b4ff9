/** Who may use which path of the catalogue. */
@NullMarked
package org.tongban.catalog.access;

import org.jspecify.annotations.NullMarked;
