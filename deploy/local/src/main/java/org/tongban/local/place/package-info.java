/** Where a stack stands: the repository, its state folder, its cache and its ports. */
@NullMarked
package org.tongban.local.place;

import org.jspecify.annotations.NullMarked;
