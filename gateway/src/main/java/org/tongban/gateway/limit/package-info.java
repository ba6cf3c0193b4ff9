/** How much one person, one address and one request may ask for. */
@NullMarked
package org.tongban.gateway.limit;

import org.jspecify.annotations.NullMarked;
