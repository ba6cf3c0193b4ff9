/** The exact list: from a wish and its answers to one signed, frozen list. */
@NullMarked
package org.tongban.catalog.list;

import org.jspecify.annotations.NullMarked;
