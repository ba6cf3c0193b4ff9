/** How records become BSON, and how each service reaches its own database. */
@NullMarked
package org.tongban.platform.mongo;

import org.jspecify.annotations.NullMarked;
