/** One code shows all of it: timelines, scans, ratings, lights and the reconciliation. */
@NullMarked
package org.tongban.tracking;

import org.jspecify.annotations.NullMarked;
