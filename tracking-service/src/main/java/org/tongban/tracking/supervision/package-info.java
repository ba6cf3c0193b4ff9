/** What supervisors look into: codes that were scanned at a counter and never submitted. */
@NullMarked
package org.tongban.tracking.supervision;

import org.jspecify.annotations.NullMarked;
