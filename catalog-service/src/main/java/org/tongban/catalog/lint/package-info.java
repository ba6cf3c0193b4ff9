/** GuideLint: whether a guide can be believed, and whether every answer path of it ends in exactly one list. */
@NullMarked
package org.tongban.catalog.lint;

import org.jspecify.annotations.NullMarked;
