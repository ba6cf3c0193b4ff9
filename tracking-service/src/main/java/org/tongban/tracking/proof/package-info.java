/** What one needs to check a timeline without asking us. */
@NullMarked
package org.tongban.tracking.proof;

import org.jspecify.annotations.NullMarked;
