/** The documents that a granted case gives its owner. */
@NullMarked
package org.tongban.application.result;

import org.jspecify.annotations.NullMarked;
