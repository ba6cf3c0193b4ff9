/** The record of a code: hash-chained entries, and how the matter stands as they tell it. */
@NullMarked
package org.tongban.tracking.timeline;

import org.jspecify.annotations.NullMarked;
