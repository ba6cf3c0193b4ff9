/** What no caller may set on the way in, and what every answer carries on the way out. */
@NullMarked
package org.tongban.gateway.header;

import org.jspecify.annotations.NullMarked;
