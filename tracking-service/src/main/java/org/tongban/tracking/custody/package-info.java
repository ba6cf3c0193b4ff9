/** Where each paper is, as the scans of it tell. */
@NullMarked
package org.tongban.tracking.custody;

import org.jspecify.annotations.NullMarked;
