/** Where the paper originals are, folded from the scans at the counters. */
@NullMarked
package org.tongban.application.custody;

import org.jspecify.annotations.NullMarked;
