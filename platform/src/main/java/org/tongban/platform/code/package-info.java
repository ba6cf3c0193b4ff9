/** The short texts by which things are called: tracking codes, opaque ids, random endings, digests. */
@NullMarked
package org.tongban.platform.code;

import org.jspecify.annotations.NullMarked;
