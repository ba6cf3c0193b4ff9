/** What may be seen of a timeline, by whom, in which language. */
@NullMarked
package org.tongban.tracking.view;

import org.jspecify.annotations.NullMarked;
