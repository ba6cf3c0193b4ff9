/** Who is calling: a bearer that does not verify goes no further. */
@NullMarked
package org.tongban.gateway.token;

import org.jspecify.annotations.NullMarked;
