/** Tests of this room. */
@NullMarked
package org.tongban.application.review;

import org.jspecify.annotations.NullMarked;
