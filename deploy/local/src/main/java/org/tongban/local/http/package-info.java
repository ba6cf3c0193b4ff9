/** Small JSON conversations with the stack. */
@NullMarked
package org.tongban.local.http;

import org.jspecify.annotations.NullMarked;
