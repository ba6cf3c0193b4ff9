/** The embedded, MongoDB-wire-compatible store of one machine, which keeps every acknowledged write. */
@NullMarked
package org.tongban.store;

import org.jspecify.annotations.NullMarked;
