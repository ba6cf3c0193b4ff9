/** The owner's word about a finished case, once. */
@NullMarked
package org.tongban.tracking.rating;

import org.jspecify.annotations.NullMarked;
