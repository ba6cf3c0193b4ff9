/** Loads the catalogue through the gateway, as an editor would. */
@NullMarked
package org.tongban.local.seed;

import org.jspecify.annotations.NullMarked;
