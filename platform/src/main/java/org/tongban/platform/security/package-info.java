/** Who is calling, and what this service lets them do. */
@NullMarked
package org.tongban.platform.security;

import org.jspecify.annotations.NullMarked;
