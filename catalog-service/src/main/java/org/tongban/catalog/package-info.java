/** The catalogue: what can be applied for, what it takes, and the signed list of it. */
@NullMarked
package org.tongban.catalog;

import org.jspecify.annotations.NullMarked;
