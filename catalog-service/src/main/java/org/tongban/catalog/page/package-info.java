/** Pages of answers: {@code {"items": [...], "next": cursor}}. */
@NullMarked
package org.tongban.catalog.page;

import org.jspecify.annotations.NullMarked;
